#pragma once

#include <concepts>
#include <numbers>
#include <vector>

#include "app/document/session.h"
#include "core/samples/data_set.h"
#include "core/setting/setting.h"

namespace thalweg {

// One describe(value, visit) for each struct that is kept in a file: visit(field, Setting) for every field in order.
// Besides the kinds of fields that Setting names, a field may be a Box, a Start, an Optimizer, a fixed array or a map
// of numbers, a struct that has its own describe(), or a vector of any of these (`maximum` is then the most rows).

template <class Visitor>
void describe(GridChoice& grid, Visitor&& visit) {
    visit(grid.file, {.name = "file", .help = "seen from here"});
    visit(grid.array, {.name = "array", .help = "empty: the likeliest of the file"});
    visit(grid.sha256, {.name = "sha256", .help = "of the file; empty: whatever it holds"});
}

template <class Visitor>
void describe(DataChoice& data, Visitor&& visit) {
    SampleSource& samples = data.samples;
    visit(samples.set, {.name = "set", .help = "one that comes with the program, or a generator: line noise=0.3"});
    visit(samples.file, {.name = "file", .help = "instead of the set; seen from here"});
    visit(samples.sha256, {.name = "sha256", .help = "of the file; empty: whatever it holds"});
    visit(samples.points,
          {.name = "points", .help = "instead of both: features, then the target", .maximum = most_samples});
    visit(samples.columns, {.name = "columns", .help = "what the points' numbers are called", .maximum = most_samples});
    visit(data.task, {.name = "task", .help = "what the model tells", .choices = "regression|classes"});
    visit(data.prediction, {.name = "prediction", .help = "what the model says of a sample; of classes above 0: 1"});
    data.batches.describe(visit);
    data.held_out.describe(visit);
}

template <class Visitor>
void describe(DataDisplay& display, Visitor&& visit) {
    visit(display.residuals, {.name = "residuals", .help = "as squares, whose mean the squared losses are"});
    visit(display.batch_surface, {.name = "batch_surface", .help = "the loss of the coming step's batch, as a net"});
    visit(display.gradient_noise, {.name = "gradient_noise", .help = "where the step would lead with other batches"});
    visit(display.by_epoch, {.name = "by_epoch", .help = "charts run over passes over the samples, instead of steps"});
}

template <class Visitor>
void describe(SliceChoice& slice, Visitor&& visit) {
    visit(slice.axes,
          {.name = "axes", .help = "of more than two variables those of the plane: x,z; empty: the first two"});
    visit(slice.through, {.name = "through",
                          .help = "of more than two variables: where the first run stands, or where it started",
                          .choices = "run|starts"});
}

/// Of fields that belong to one source, only those of the chosen one are there.
template <class Visitor>
void describe(LandscapeChoice& landscape, Visitor&& visit) {
    visit(landscape.id, {.name = "id", .help = "row of the catalogue; empty for a landscape of one's own"});
    visit(landscape.source, {.name = "source", .help = "what is descended", .choices = "formula|grid|data"});
    if (landscape.source != LandscapeSource::grid) visit(landscape.formula, {.name = "formula", .help = "f(x, y)"});
    visit(landscape.domain, {.name = "domain", .help = "x0, x1, y0, y1"});
    if (landscape.source != LandscapeSource::grid)
        visit(landscape.parameters, {.name = "parameters", .help = "those not listed are 1"});
    if (landscape.source == LandscapeSource::grid) visit(landscape.grid, {.name = "grid"});
    if (landscape.source == LandscapeSource::data) visit(landscape.data, {.name = "data"});
    if (landscape.source == LandscapeSource::formula) visit(landscape.slice, {.name = "slice"});
    visit(landscape.height_scale, {.name = "height_scale", .choices = "linear|logarithmic|clipped"});
}

template <class Visitor>
void describe(OptimizerEntry& entry, Visitor&& visit) {
    visit(entry.optimizer, {.name = "optimizer", .help = "method and settings, named as in torch.optim"});
    visit(entry.enabled, {.name = "enabled"});
    visit(entry.color, {.name = "color", .help = "row of the palette", .maximum = 7, .strict = true});
    visit(entry.whole, {.name = "whole", .help = "over data: each step sees all samples, whatever the batch"});
}

template <class Visitor>
void describe(TrajectoryChoice& trajectory, Visitor&& visit) {
    visit(trajectory.file, {.name = "file", .help = "a descent recorded elsewhere; seen from here"});
    visit(trajectory.sha256, {.name = "sha256", .help = "of the file; empty: whatever it holds"});
    visit(trajectory.enabled, {.name = "enabled"});
    visit(trajectory.color, {.name = "color", .help = "row of the palette", .maximum = 7, .strict = true});
}

template <class Visitor>
void describe(KeptFormula& kept, Visitor&& visit) {
    visit(kept.name, {.name = "name"});
    visit(kept.landscape, {.name = "landscape"});
}

template <class Visitor>
void describe(Study& study, Visitor&& visit) {
    visit(study.lens, {.name = "kind", .help = "the closer look beside the views", .choices = lens_choices});
    visit(study.pinned, {.name = "pinned", .help = "false: the point goes along with the selected optimizer"});
    visit(study.x, {.name = "x", .help = "the point"});
    visit(study.y, {.name = "y"});
    visit(study.dx, {.name = "arm_x", .help = "the arm from the point: a direction, or a displacement"});
    visit(study.dy, {.name = "arm_y"});
}

template <class Visitor>
void describe(Playback& playback, Visitor&& visit) {
    visit(playback.step,
          {.name = "step", .help = "the step shown", .maximum = most_steps, .strict = true, .unit = "steps"});
    visit(playback.speed, {.name = "speed",
                           .minimum = 0.5,
                           .maximum = 2000,
                           .scale = Scale::logarithmic,
                           .strict = true,
                           .unit = "steps per second"});
}

template <class Visitor>
void describe(CameraPose& camera, Visitor&& visit) {
    constexpr double pi = std::numbers::pi;
    visit(camera.azimuth, {.name = "azimuth",
                           .help = "about the vertical axis; 0 looks along +y",
                           .minimum = -pi,
                           .maximum = pi,
                           .unit = "radians"});
    visit(camera.elevation,
          {.name = "elevation", .help = "above the floor", .maximum = pi / 2, .strict = true, .unit = "radians"});
    visit(camera.distance, {.name = "distance",
                            .help = "from the target",
                            .minimum = 0.01,
                            .maximum = 100,
                            .scale = Scale::logarithmic,
                            .strict = true,
                            .unit = "half widths of a square domain"});
    visit(camera.target, {.name = "target", .help = "point looked at; a square domain spans -1 to 1"});
}

template <class Visitor>
void describe(Display& display, Visitor&& visit) {
    visit(display.theme, {.name = "theme", .choices = "dark|light"});
    visit(display.colormap, {.name = "colormap", .choices = "viridis|cividis|turbo|blue_to_red"});
    visit(display.layout, {.name = "layout", .help = "the views shown", .choices = "both|surface|contour"});
    visit(display.divider, {.name = "divider",
                            .help = "the surface's share of the width",
                            .minimum = 0.2,
                            .maximum = 0.8,
                            .strict = true});
    visit(display.level_lines, {.name = "level_lines"});
    visit(display.gradient_field, {.name = "gradient_field"});
    visit(display.arrow_direction, {.name = "arrow_direction", .choices = "descent|ascent"});
    visit(display.live_arrows,
          {.name = "live_arrows", .help = "gradient and coming step at each optimizer's current point"});
    visit(display.stationary_points, {.name = "stationary_points"});
    visit(display.step_dots, {.name = "step_dots"});
    visit(display.chart_scale,
          {.name = "chart_scale", .help = "of loss and slope against steps", .choices = "linear|logarithmic"});
    visit(display.animations,
          {.name = "animations", .help = "camera flights, and landscapes that grow out of each other"});
    visit(display.projector, {.name = "projector", .help = "full screen, large type, thick lines"});
    visit(display.interface_scale, {.name = "interface_scale",
                                    .help = "on top of the display's own scale",
                                    .minimum = 0.5,
                                    .maximum = 3.0,
                                    .strict = true});
    visit(display.camera, {.name = "camera"});
    visit(display.data, {.name = "data"});
    visit(display.map, {.name = "map", .help = "the part of the plane that the map shows: x0, x1, y0, y1"});
}

template <class Visitor>
void describe(Session& session, Visitor&& visit) {
    visit(session.landscape, {.name = "landscape"});
    visit(session.starts, {.name = "starts", .help = "x, y of each start", .maximum = most_starts});
    visit(session.optimizers, {.name = "optimizers", .maximum = most_optimizers});
    visit(session.steps, {.name = "steps",
                          .help = "length of every run",
                          .minimum = 1,
                          .maximum = most_steps,
                          .scale = Scale::logarithmic,
                          .strict = true,
                          .unit = "steps"});
    visit(session.trajectories, {.name = "trajectories", .maximum = most_trajectories});
    visit(session.playback, {.name = "playback"});
    visit(session.study, {.name = "lens"});
    visit(session.ensemble, {.name = "ensemble"});
    visit(session.dimensions, {.name = "many_dimensions"});
    visit(session.display, {.name = "display"});
    visit(session.kept, {.name = "kept", .maximum = most_kept});
}

template <class Visitor>
void describe(KnownMinimum& minimum, Visitor&& visit) {
    visit(minimum.x, {.name = "x"});
    visit(minimum.y, {.name = "y"});
    visit(minimum.value, {.name = "value"});
    visit(minimum.interior, {.name = "interior"});
    visit(minimum.differentiable, {.name = "differentiable"});
}

template <class Visitor>
void describe(LandscapeEntry& entry, Visitor&& visit) {
    visit(entry.id, {.name = "id"});
    visit(entry.name, {.name = "name"});
    visit(entry.group, {.name = "group"});
    visit(entry.formula, {.name = "formula"});
    visit(entry.domain, {.name = "domain"});
    visit(entry.parameters, {.name = "parameters"});
    visit(entry.minima, {.name = "minima", .maximum = 100});
    visit(entry.height_scale, {.name = "height_scale", .choices = "linear|logarithmic|clipped"});
    visit(entry.hint, {.name = "hint"});
    visit(entry.starts, {.name = "starts", .maximum = most_starts});
    visit(entry.optimizers, {.name = "optimizers", .maximum = most_optimizers});
    visit(entry.steps, {.name = "steps", .minimum = 1, .maximum = most_steps, .strict = true});
    visit(entry.data, {.name = "data"});
    visit(entry.task, {.name = "task", .choices = "regression|classes"});
    visit(entry.prediction, {.name = "prediction"});
    visit(entry.batch, {.name = "batch", .maximum = most_samples, .strict = true});
    visit(entry.whole, {.name = "whole", .maximum = most_optimizers});
}

template <class Visitor>
void describe(LandscapeGroup& group, Visitor&& visit) {
    visit(group.id, {.name = "id"});
    visit(group.name, {.name = "name"});
}

template <class Visitor>
void describe(Catalogue& catalogue, Visitor&& visit) {
    visit(catalogue.groups, {.name = "groups", .maximum = 100});
    visit(catalogue.landscapes, {.name = "landscapes", .maximum = 10'000});
}

/// A struct with a describe() of this file: a table in a file.
template <class T>
concept Described =
    !std::same_as<T, Optimizer> && requires(T& value) { describe(value, [](auto&, const Setting&) {}); };

/// Many of them: an array of tables.
template <class T>
inline constexpr bool is_rows = false;
template <Described T>
inline constexpr bool is_rows<std::vector<T>> = true;

}  // namespace thalweg
