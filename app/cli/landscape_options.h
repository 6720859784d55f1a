#pragma once

#include <CLI/App.hpp>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "app/document/session.h"
#include "core/landscape/formula_landscape.h"

namespace thalweg {

/// The options that every sub-command shares which looks at a landscape:
/// (--landscape NAME | --formula F [--box x0,x1,y0,y1]) [--set a=2]...
struct LandscapeOptions {
    std::optional<std::string> landscape, formula, box;
    std::vector<std::string> set;
};

void add_landscape_options(CLI::App& command, LandscapeOptions& options);

/// What the options name, read and checked.
struct ChosenLandscape {
    LandscapeChoice choice;  ///< without --box: the catalogue's domain, or [-5, 5]² for a formula
    Formula formula;

    /// The function of n coordinates; the error names `option`, which gave them ("--at"). A formula of x alone is a
    /// curve when n is 1 and a surface constant in y when n is 2; any other formula has as many coordinates as
    /// variables.
    std::expected<FormulaLandscape, std::string> with_coordinates(std::size_t n, std::string_view option) const;
};
std::expected<ChosenLandscape, std::string> choose_landscape(const LandscapeOptions& options);

/// Whether its formula can be read and has one variable.
bool is_curve(const LandscapeChoice& choice);

/// The catalogue's row of that id; the error names one that comes near. Never null.
std::expected<const LandscapeEntry*, std::string> find_landscape(const Catalogue& catalogue, std::string_view id);

/// The catalogue that comes with the program.
std::expected<Catalogue, std::string> load_catalogue();

}  // namespace thalweg
