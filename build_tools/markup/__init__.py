"""Contributed Markdown: hostile until rendered here. The only maker of SafeHtml."""
