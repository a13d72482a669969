"""What difference it makes: paired refights with and without, and what follows."""
