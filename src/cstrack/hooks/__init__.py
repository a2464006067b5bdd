"""The doors through which each authority's own way of writing comes in; the only room that knows pluggy."""
