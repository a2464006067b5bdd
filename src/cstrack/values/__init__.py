"""Values: figures, periods, units and authorities, as the papers print them and as arithmetic needs them."""
