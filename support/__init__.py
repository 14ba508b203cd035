"""What every package needs: errors, files, command-line options."""
