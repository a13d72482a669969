"""From refights and claims to what is learnt, and how far it can be trusted."""
