"""report.html: a folder that opens without network, a start page over all applicants and a page for each."""

from verifier.reports.html.site import write_html

__all__ = ["write_html"]
