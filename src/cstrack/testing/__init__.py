"""For tests: contracts that a plugin inherits, golden files, short builders."""
