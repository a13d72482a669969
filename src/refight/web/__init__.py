"""The page: the account, both acts and the what-ifs in a browser."""
