"""The main program of a process that reads files for another one, one at a time: ``python -m cstrack.worker``.

It is told what to do on its standard input and answers on its standard output, a line of JSON each (:mod:`cstrack.workflow.wire`).
"""
