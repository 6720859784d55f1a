#pragma once

#include <CLI/App.hpp>
#include <expected>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/cli/landscape_options.h"
#include "app/cli/setting_options.h"
#include "app/cli/slice_options.h"
#include "app/document/session.h"
#include "app/scene/loaded_source.h"

namespace thalweg {

/// The options that say what is shown, shared by every sub-command that takes something home: a session file, or a
/// landscape with its runs. What is given beside --session replaces that part of it. The inverse is scene_arguments().
struct SceneOptions {
    std::optional<std::string> session;
    LandscapeOptions landscape;
    std::vector<std::string> starts, optimizers, trajectories;
    std::optional<std::string> steps, at;
    std::optional<std::string> lens, point, arm;
    std::optional<std::string> basins, runs_of;
    GivenSettings ensemble;  ///< of its cloud and its sweep
    GivenSettings many_dimensions;
    std::optional<std::string> theme, colormap, map, target;
    SliceOptions slice;
    GivenSettings looks;  ///< of picture_fields()
    /// How many optimizers had been named before each that sees all samples.
    std::vector<std::size_t> whole;
    /// Palette rows, and how many optimizers had been named before each.
    std::vector<std::pair<std::size_t, std::string>> colors;
};

void add_scene_options(CLI::App& command, SceneOptions& options);

/// What the options describe, read and checked.
struct ChosenScene {
    Session session;
    LoadedSource loaded = {};  ///< what has been read of it, for Scene::offer()
};

/// Nothing but plain descent if the options name no optimizer, no paths if they name no start, shown at the last step.
/// The error is one sentence that names the option.
std::expected<ChosenScene, std::string> read_scene(const SceneOptions& options);

}  // namespace thalweg
