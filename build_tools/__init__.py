"""Tools that check, convert and publish the documents."""
