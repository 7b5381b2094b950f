"""Live tagging over HTTP. Needs the extra `serve`."""
