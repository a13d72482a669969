"""Ground: map layers drawn by the project, and the grid of cells made from them."""

from refight.ground.grid import (
    ACTS,
    Crossing,
    Ground,
    Obstacle,
    Terrain,
    load,
)

__all__ = ["ACTS", "Crossing", "Ground", "Obstacle", "Terrain", "load"]
