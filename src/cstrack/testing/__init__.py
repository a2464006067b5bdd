"""For tests: contracts that a plugin inherits, golden files, short builders."""

from cstrack.testing.exporter_suite import ExporterContract
from cstrack.testing.loader_suite import LoaderContract

__all__ = ["ExporterContract", "LoaderContract"]
