#!/usr/bin/python3
"""Writes the files beside it with real numpy and h5py (Debian 12: python3-numpy 1.24, python3-h5py 3.7).

Every grid has 3 rows and 4 columns with the value 10 row + column, unless something else is said.
"""
import os
import struct
import zlib

import h5py
import numpy as np
from numpy.lib import format as npy

os.chdir(os.path.dirname(os.path.abspath(__file__)))

rows, columns = 3, 4
grid = 10.0 * np.arange(rows)[:, None] + np.arange(columns)
x, y = np.array([-1.0, -0.5, 0.5, 2.0]), np.array([0.0, 0.25, 1.0])

# .npy: all kinds of numbers, both byte orders, both orders of indices, all versions
for name in ("<f2", ">f2", "<f4", ">f4", "<f8", ">f8", "|i1", "<i2", ">i2", "<i4", ">i4", "<i8", ">i8",
             "|u1", "<u2", ">u4", "<u8"):
    np.save(name[1:] + {"<": "_little", ">": "_big", "|": ""}[name[0]] + ".npy", grid.astype(name))
np.save("bool.npy", grid % 2 == 1)
np.save("fortran.npy", np.asfortranarray(grid))
np.save("squeezed.npy", np.asfortranarray(grid.reshape(rows, 1, columns)))
np.save("special.npy", np.array([[1.0, np.nan, np.inf], [-np.inf, 2.0, 1e301]]))
np.save("halves.npy", np.array([[0.0, -0.0, 6e-8, 65504.0], [np.inf, np.nan, -1.5, 0.1]], dtype="<f2"))
for version in ((2, 0), (3, 0)):
    with open(f"version{version[0]}.npy", "wb") as file:
        npy.write_array(file, grid, version=version)

# .npy: what is no grid of numbers
np.save("complex.npy", grid.astype(complex))
np.save("objects.npy", np.array([[1, None], ["a", 2]], dtype=object))
np.save("text.npy", np.array([["a", "b"], ["c", "d"]]))
np.save("records.npy", np.zeros((2, 2), dtype=[("x", "<f8"), ("y", "<f8")]))
np.save("longdouble.npy", grid.astype(np.longdouble))
np.save("one_row.npy", grid[:1])
np.save("all_holes.npy", np.full((3, 3), np.nan))

# .npz
np.savez("stored.npz", x=x, y=y, train_loss=grid, test_loss=2 * grid)
np.savez_compressed("deflated.npz", x=x, y=y, z=grid)
np.savez_compressed("mesh.npz", X=np.meshgrid(x, y)[0], Y=np.meshgrid(x, y)[1], Z=grid)
np.savez_compressed("mesh_ij.npz", X=np.meshgrid(x, y, indexing="ij")[0], Y=np.meshgrid(x, y, indexing="ij")[1],
                    Z=grid.T)
np.savez_compressed("transposed.npz", x=x, y=y, z=grid.T)
np.savez_compressed("descending.npz", x=x[::-1], y=y[::-1], z=grid[::-1, ::-1])
np.savez_compressed("twice.npz", x=np.array([0.0, 1.0, 1.0, 2.0]), y=y, z=grid)
np.savez_compressed("wrong_size.npz", x=x[:3], y=y, z=grid)
np.savez_compressed("path.npz", x=np.array([3.0, 2.0, 1.5]), y=np.array([1.0, 0.5, 0.25]), loss=np.array([9.0, 4.0, np.nan]))
np.savez_compressed("pickled.npz", x=x, y=y, z=np.array([[None]], dtype=object))
np.savez_compressed("bomb.npz", z=np.zeros((1000, 1000)))


def zip64(name, content):
    """One stored entry whose sizes and offset stand in zip64 fields only, as in archives beyond 4 GB."""
    crc, full = zlib.crc32(content), 0xFFFFFFFF
    extra = struct.pack("<HHQQ", 1, 16, len(content), len(content))
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 45, 0, 0, 0, 0, crc, full, full, len(name), len(extra))
    local += name + extra + content
    extra = struct.pack("<HHQQQ", 1, 24, len(content), len(content), 0)
    entry = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 45, 45, 0, 0, 0, 0, crc, full, full, len(name), len(extra),
                        0, 0, 0, 0, full) + name + extra
    end64 = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, 1, 1, len(entry), len(local))
    locator = struct.pack("<IIQI", 0x07064B50, 0, len(local) + len(entry), 1)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, full, full, 0)
    return local + entry + end64 + locator + end


with open("f8_little.npy", "rb") as file, open("zip64.npz", "wb") as archive:
    archive.write(zip64(b"z.npy", file.read()))
assert np.array_equal(np.load("zip64.npz")["z"], grid)


def loss_landscape(name, **options):
    """As h5_util and plot_surface.py of github.com/tomgoldstein/loss-landscape do it: arrays are declared as
    (len(x), len(y)), hold -1, and are filled through ravel() by the number of the node in numpy's meshgrid."""
    with h5py.File(name, "w") as file:
        file["xcoordinates"], file["ycoordinates"] = x, y
        mesh_x, mesh_y = np.meshgrid(x, y)
        for key, factor in (("train_loss", 1.0), ("train_acc", 5.0)):
            values = -np.ones((len(x), len(y)))
            for node in range(len(x) * len(y)):
                if node == 7:
                    continue  # not calculated yet
                column = np.nonzero(x == mesh_x.ravel()[node])[0][0]
                row = np.nonzero(y == mesh_y.ravel()[node])[0][0]
                values.ravel()[node] = factor * grid[row, column]
            file.create_dataset(key, data=values, **options)
        file["dir_file"] = "model_weights.h5"
        file["eigenvector"] = np.ones(17)


loss_landscape("loss_landscape.h5")
loss_landscape("loss_landscape_packed.h5", compression="gzip", shuffle=True, fletcher32=True, chunks=(2, 2))
with h5py.File("proj.h5", "w") as file:
    file["replace_with_proj"] = 1
    file["proj_xcoord"], file["proj_ycoord"] = np.array([3.0, 2.0, 1.5]), np.array([1.0, 0.5, 0.25])
with h5py.File("plain.h5", "w") as file:
    file["x"], file["y"], file["loss"] = x, y, grid.astype("<f4")
    file["complex"] = grid.astype(complex)
    file["elsewhere"] = h5py.ExternalLink("other.h5", "/loss")
with h5py.File("claims.h5", "w") as file:
    file.create_dataset("loss", shape=(1 << 20, 1 << 20), dtype="f8", chunks=(64, 64))
with h5py.File("never_written.h5", "w") as file:
    file.create_dataset("loss", shape=(4000, 4000), dtype="f8")
