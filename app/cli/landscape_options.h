#pragma once

#include <CLI/App.hpp>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/data_options.h"
#include "app/document/session.h"
#include "app/scene/loaded_source.h"
#include "core/landscape/formula_landscape.h"

namespace thalweg {

/// The options that every sub-command shares which looks at a landscape:
/// (--landscape NAME | --formula F [--set a=2]... | --grid FILE [--array NAME]) [--box x0,x1,y0,y1]
/// and those of losses over samples, of which --model NAME or --formula F with --data name one.
struct LandscapeOptions {
    std::optional<std::string> landscape, formula, grid, array, box;
    std::vector<std::string> set;
    DataOptions samples;

    /// A landscape is named, in whichever way.
    bool is_named() const { return landscape || formula || grid || samples.model || samples.data; }
    /// Options that mean nothing unless one is.
    bool has_details() const { return array || box || !set.empty() || samples.any(); }
};

void add_landscape_options(CLI::App& command, LandscapeOptions& options);

/// What the options name, read and checked.
struct ChosenLandscape {
    LandscapeChoice choice;  ///< without --box: the catalogue's domain, [-5, 5]² for a formula, all of a grid
    std::optional<Formula> formula = {};              ///< for what only a formula can tell; without: it is none
    std::shared_ptr<const Landscape> landscape = {};  ///< of what is no formula
    LoadedSource loaded = {};                         ///< what has been read of it, for Scene::offer()
    std::vector<std::string> notes = {};              ///< of samples: what was left out, and why; told on stderr
    std::vector<std::string> names = {};              ///< of its variables

    /// The function of n coordinates; the error names `option`, which gave them ("--at"). A formula of x alone is a
    /// curve when n is 1 and a surface constant in y when n is 2; any other landscape has as many coordinates as
    /// variables. Never null.
    std::expected<std::shared_ptr<const Landscape>, std::string> with_coordinates(std::size_t n,
                                                                                  std::string_view option) const;

    /// What is shown over a plane: of a formula of more than two variables the plane that choice.slice names. Never
    /// null.
    std::expected<std::shared_ptr<const Landscape>, std::string> surface() const;

  private:
    /// That parameters can be made variables; empty where there are none.
    std::string how_to_name_more() const;
};
std::expected<ChosenLandscape, std::string> choose_landscape(const LandscapeOptions& options);

/// Whether it is a formula that can be read and has one variable.
bool is_curve(const LandscapeChoice& choice);

/// The catalogue's row of that id; the error names one that comes near. Never null.
std::expected<const LandscapeEntry*, std::string> find_landscape(const Catalogue& catalogue, std::string_view id);

/// The catalogue that comes with the program.
std::expected<Catalogue, std::string> load_catalogue();

}  // namespace thalweg
