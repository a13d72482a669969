"""Peers: one small campaign, refought by Refight's way of working and by others'."""
