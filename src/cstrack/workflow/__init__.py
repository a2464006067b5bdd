"""The arrows joined: load, assess, export, record, compare. Nothing is decided here.

The public names live in ``cstrack`` itself; a module of this room is imported where it is used, so that a process that only hands
files to others does not import what reads them.
"""
