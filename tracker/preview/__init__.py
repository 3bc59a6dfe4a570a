"""What `build.py serve` shows in a browser on this computer, and how it follows what is saved."""
