#pragma once

#include <expected>
#include <memory>
#include <string>

#include "app/document/session.h"
#include "core/calculus/box.h"
#include "core/landscape/grid_landscape.h"

namespace thalweg {

/// A grid out of its file, ready to be descended.
struct LoadedGrid {
    GridChoice choice;  ///< what was read: the array by its name, the file with its digest
    std::shared_ptr<const GridLandscape> landscape;
    Box domain;              ///< all of it
    std::string understood;  ///< what was found in the file, one sentence
    std::string note;        ///< one sentence when the file is not the one that was chosen, else empty
};

/// Reads the file and finds the spline through its values. A file whose digest is another than the chosen one is read
/// all the same, with a note. The error is one sentence that names the file.
std::expected<LoadedGrid, std::string> load_grid(const GridChoice& wanted);

/// The grid as something to descend: all of it, at the heights that suit it.
LandscapeChoice grid_landscape_choice(const LoadedGrid& grid);

}  // namespace thalweg
