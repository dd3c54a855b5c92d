"""Pictures and measurements for readers of the repository."""
