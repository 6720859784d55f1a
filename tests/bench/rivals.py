#!/usr/bin/env python3
"""How long other programs take to draw the surface that Thalweg's window opens with, on this machine.

    /usr/bin/python3 tests/bench/rivals.py THALWEG [--size 1280x720] [--frames 60] [--rounds 3]

Thalweg's figure is that of `bench frames`: the whole window with surface, map, four paths and all panels, while the
camera turns. The others draw the surface alone, its heights and colours as Thalweg exports them, and turn it by as much.
All take turns, round by round, and the best round of each counts, so that other work on the machine disturbs the
ratios little. Drawing is offscreen; a frame ends when its pixels are finished. What is not installed is left out
(Debian: python3-matplotlib, python3-vtk9 and, for the latter where there is no display, xvfb).
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import numpy

DEGREES_A_FRAME = 1.5


def surface(program, nodes):
    """x, y and z as grids; z is the logarithmic height, from 0 to 1, that the window shows."""
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "surface.npz")
        subprocess.run([program, "export", "surface", "--landscape", "himmelblau", "--grid", f"{nodes}x{nodes}",
                        "-o", file], check=True)
        with numpy.load(file) as table:
            x, y = numpy.meshgrid(table["x"], table["y"])
            z = numpy.log1p(table["f"] - table["f"].min())
    return x, y, z / z.max()


def timed(turn, frames):
    """The median of how long turn() takes, in milliseconds."""
    for _ in range(3):
        turn()
    times = []
    for _ in range(frames):
        began = time.perf_counter()
        turn()
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


def thalweg(program, width, height, frames):
    def measure():
        said = subprocess.run([program, "bench", "frames", "--size", f"{width}x{height}", "--frames", str(frames),
                               "--json"], check=True, capture_output=True, text=True)
        return json.loads(said.stdout)["median_ms"]
    return measure


def matplotlib(program, nodes, width, height, frames):
    import matplotlib
    matplotlib.use("Agg")
    from matplotlib import pyplot
    figure = pyplot.figure(figsize=(width / 100, height / 100), dpi=100)
    axes = figure.add_subplot(projection="3d")
    axes.plot_surface(*surface(program, nodes), cmap="viridis", rcount=nodes, ccount=nodes)

    def turn():
        axes.view_init(azim=axes.azim + DEGREES_A_FRAME)
        figure.canvas.draw()
    return lambda: timed(turn, frames)


def vtk_mesh(x, y, z):
    import vtk
    from vtk.util.numpy_support import numpy_to_vtk
    points = vtk.vtkPoints()
    half = (x.max() - x.min()) / 2
    places = numpy.column_stack([x.ravel() / half, y.ravel() / half, z.ravel()])
    points.SetData(numpy_to_vtk(numpy.ascontiguousarray(places), deep=True))
    grid = vtk.vtkStructuredGrid()
    grid.SetDimensions(x.shape[1], x.shape[0], 1)
    grid.SetPoints(points)
    grid.GetPointData().SetScalars(numpy_to_vtk(numpy.ascontiguousarray(z.ravel()), deep=True))
    geometry, normals = vtk.vtkStructuredGridGeometryFilter(), vtk.vtkPolyDataNormals()
    geometry.SetInputData(grid)
    normals.SetInputConnection(geometry.GetOutputPort())
    normals.Update()
    return normals.GetOutput()


def vtk_window(program, nodes, width, height, frames):
    import vtk
    mapper, actor, renderer = vtk.vtkPolyDataMapper(), vtk.vtkActor(), vtk.vtkRenderer()
    mapper.SetInputData(vtk_mesh(*surface(program, nodes)))
    mapper.SetScalarRange(0, 1)
    actor.SetMapper(mapper)
    renderer.AddActor(actor)
    window = vtk.vtkRenderWindow()
    window.SetOffScreenRendering(1)
    window.SetMultiSamples(0)
    window.SetSize(width, height)
    window.AddRenderer(renderer)
    renderer.GetActiveCamera().Elevation(-55)
    renderer.ResetCamera()

    def turn():
        renderer.GetActiveCamera().Azimuth(DEGREES_A_FRAME)
        renderer.ResetCameraClippingRange()
        window.Render()
        window.WaitForCompletion()
    return lambda: timed(turn, frames)


def under_a_display():
    """VTK wants a display: without one, the script starts itself again on a virtual one."""
    if os.environ.get("DISPLAY") or not shutil.which("xvfb-run"):
        return
    os.execvp("xvfb-run", ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24", sys.executable, *sys.argv])


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("program", help="the program thalweg")
    words.add_argument("--size", default="1280x720")
    words.add_argument("--frames", type=int, default=60)
    words.add_argument("--rounds", type=int, default=3)
    given = words.parse_args()
    under_a_display()
    width, height = map(int, given.size.split("x"))
    size = (width, height, given.frames)

    makers = {
        "Thalweg, the whole window": lambda: thalweg(given.program, *size),
        "VTK, surface alone, mesh of 128²": lambda: vtk_window(given.program, 128, *size),
        "VTK, surface alone, mesh of 256²": lambda: vtk_window(given.program, 256, *size),
        "matplotlib, surface alone, mesh of 50²": lambda: matplotlib(given.program, 50, *size),
    }
    measures = {}
    for name, make in makers.items():
        try:
            measures[name] = make()
        except ImportError as missing:
            print(f"left out: {name} ({missing})")
    best = {}
    for _ in range(given.rounds):
        for name, measure in measures.items():
            best[name] = min(best.get(name, float("inf")), measure())
    ours = next(iter(best.values()))
    print(f"{width} × {height} pixels, median of {given.frames} frames, best of {given.rounds} rounds")
    for name, milliseconds in best.items():
        print(f"{name:40}{milliseconds:9.2f} ms {1000 / milliseconds:7.1f} frames/s{milliseconds / ours:8.2f} ×")


if __name__ == "__main__":
    main()
