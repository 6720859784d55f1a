#include "app/cli/landscape_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "app/cli/numbers.h"
#include "app/document/linked_files.h"
#include "app/document/resources.h"
#include "app/scene/data_part.h"
#include "app/scene/open_data.h"
#include "core/descent/fit_box.h"
#include "core/setting/nearest.h"

namespace thalweg {
namespace {

std::expected<Box, std::string> parse_box(const std::string& text) {
    const auto numbers = parse_numbers(text, "--box");
    if (!numbers) return std::unexpected(numbers.error());
    if (numbers->size() != 4)
        return std::unexpected(
            fmt::format("--box \"{}\" has {} numbers; write four, x0,x1,y0,y1", text, numbers->size()));
    const Box box{(*numbers)[0], (*numbers)[1], (*numbers)[2], (*numbers)[3]};
    if (!is_valid_domain(box))
        return std::unexpected(
            fmt::format("--box {} cannot be drawn; write x0,x1,y0,y1 with x0 < x1 and y0 < y1, "
                        "neither too thin nor too large for doubles",
                        text));
    return box;
}

std::expected<LandscapeChoice, std::string> named_landscape(const std::string& name) {
    const auto catalogue = load_catalogue();
    if (!catalogue) return std::unexpected(catalogue.error());
    const auto entry = find_landscape(*catalogue, name);
    if (!entry) return std::unexpected(entry.error());
    return landscape_choice(**entry);
}

std::string set_parameter(const std::string& assignment, const Formula& formula,
                          std::map<std::string, double>& parameters) {
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos || equals == 0)
        return fmt::format("--set \"{}\": write NAME=NUMBER, such as a=2", assignment);
    const std::string name = assignment.substr(0, equals);
    const auto numbers = parse_numbers(std::string_view(assignment).substr(equals + 1), "--set " + name);
    if (!numbers) return numbers.error();
    if (numbers->size() != 1) return fmt::format("--set \"{}\": give one number", assignment);
    const auto known = formula.parameters();
    if (std::ranges::find(known, name) == known.end())
        return known.empty() ? fmt::format("--set {}: the formula has no parameters", assignment)
                             : fmt::format("--set {}: the formula has no parameter \"{}\"; it has {}", assignment, name,
                                           fmt::join(known, ", "));
    parameters[name] = numbers->front();
    return {};
}

/// What does not go together.
std::string complaint(const LandscapeOptions& options) {
    std::vector<std::string_view> named;
    if (options.landscape) named.emplace_back("--landscape");
    if (options.formula) named.emplace_back("--formula");
    if (options.grid) named.emplace_back("--grid");
    if (options.samples.model) named.emplace_back("--model");
    if (named.empty() && options.samples.data)
        return "--data needs a loss: give --model NAME (see list models) or --formula F";
    if (named.empty()) return "no landscape; give --landscape NAME, --formula F, --model NAME or --grid FILE";
    if (named.size() > 1) return fmt::format("both {} and {} are given; choose one", named[0], named[1]);
    if (options.array && !options.grid) return "--array names an array of the file after --grid, which is not given";
    if (options.grid && options.samples.any()) return "--grid brings its own values; it is no loss over samples";
    if (options.formula && options.samples.any() && !options.samples.data)
        return "a loss over samples needs them: give --data NAME or FILE (see list data) beside --formula";
    if (options.grid && !options.set.empty())
        return fmt::format("--set {}: a grid has no parameters", options.set.front());
    return {};
}

std::string set_parameters(const LandscapeOptions& options, const Formula& formula, LandscapeChoice& choice) {
    for (const std::string& assignment : options.set)
        if (std::string error = set_parameter(assignment, formula, choice.parameters); !error.empty()) return error;
    return {};
}

std::expected<ChosenLandscape, std::string> choose_formula(const LandscapeOptions& options, LandscapeChoice choice) {
    auto formula = Formula::parse(choice.formula);
    if (!formula) return std::unexpected("formula: " + formula.error().message);
    if (std::string error = set_parameters(options, *formula, choice); !error.empty())
        return std::unexpected(std::move(error));
    std::vector<std::string> names(formula->variables().begin(), formula->variables().end());
    return ChosenLandscape{.choice = std::move(choice), .formula = *std::move(formula), .names = std::move(names)};
}

std::expected<ChosenLandscape, std::string> choose_data(const LandscapeOptions& options, LandscapeChoice choice) {
    if (const auto done = put_data(options.samples, choice); !done) return std::unexpected(done.error());
    auto loaded = load_samples(choice.data.samples);
    if (!loaded) return std::unexpected("--data: " + loaded.error());
    choice.data.samples = loaded->source;
    if (!options.formula) suit_model(choice, loaded->reading.data);
    const auto formula = Formula::parse(choice.formula);
    if (!formula) return std::unexpected("formula: " + formula.error().message);
    for (const DataColumn& column : loaded->reading.data.columns)
        for (const std::string& assignment : options.set)
            if (assignment.starts_with(column.name + "="))
                return std::unexpected(fmt::format("--set {}: {} is a column of the samples", assignment, column.name));
    if (std::string error = set_parameters(options, *formula, choice); !error.empty())
        return std::unexpected(std::move(error));
    DataMaker maker;
    maker.offer(*loaded);
    const auto made = maker.make(choice, *formula);
    if (!made) return std::unexpected("--data: " + made.error());
    for (const std::string& note : (*made)->notes) fmt::print(stderr, "thalweg: {}\n", note);
    auto landscape = (*made)->landscape;
    if (choice.id.empty() && landscape->dimensions() == 2) choice.domain = fit_box(*landscape);
    return ChosenLandscape{.choice = std::move(choice),
                           .landscape = std::move(landscape),
                           .loaded = {.samples = *std::move(loaded)},
                           .notes = (*made)->notes,
                           .names = {formula->variables().begin(), formula->variables().end()}};
}

/// A row of the catalogue, or a formula.
std::expected<LandscapeChoice, std::string> named_or_written(const LandscapeOptions& options) {
    if (!options.landscape && !options.samples.model)
        return LandscapeChoice{.source = options.samples.any() ? LandscapeSource::data : LandscapeSource::formula,
                               .formula = *options.formula};
    auto named = named_landscape(options.landscape ? *options.landscape : *options.samples.model);
    if (named && options.samples.any() && named->source != LandscapeSource::data)
        return std::unexpected(fmt::format("{} is no loss over samples; see list models", named->id));
    return named;
}

/// Of whatever is not a grid.
std::expected<ChosenLandscape, std::string> choose_function(const LandscapeOptions& options) {
    auto choice = named_or_written(options);
    if (!choice) return std::unexpected(choice.error());
    return choice->source == LandscapeSource::data ? choose_data(options, *std::move(choice))
                                                   : choose_formula(options, *std::move(choice));
}

std::expected<ChosenLandscape, std::string> choose_grid(const LandscapeOptions& options) {
    auto loaded = load_grid({.file = absolute_path(*options.grid), .array = options.array.value_or("")});
    if (!loaded) return std::unexpected("--grid: " + loaded.error());
    return ChosenLandscape{.choice = grid_landscape_choice(*loaded),
                           .landscape = loaded->landscape,
                           .loaded = {.grid = *std::move(loaded)},
                           .names = {"x", "y"}};
}

}  // namespace

void add_landscape_options(CLI::App& command, LandscapeOptions& options) {
    command
        .add_option("--landscape", options.landscape, "a landscape that comes with the program (see list landscapes)")
        ->type_name("NAME");
    command.add_option("--formula", options.formula, "a formula of x and y, such as \"x^2 + a y^2\"")->type_name("F");
    command
        .add_option("--grid", options.grid,
                    "values on a grid: .csv, .npy, .npz, or HDF5 as the project loss-landscape writes it")
        ->type_name("FILE");
    command.add_option("--array", options.array, "which of the file's arrays; the likeliest if not given")
        ->type_name("NAME");
    add_data_options(command, options.samples);
    command.add_option("--box", options.box, "the domain; -5,5,-5,5 of a formula and all of a grid if not given")
        ->type_name("x0,x1,y0,y1");
    command.add_option("--set", options.set, "the value of a parameter; 1 if not given")
        ->type_name("a=2")
        ->allow_extra_args(false);
}

std::expected<Catalogue, std::string> load_catalogue() {
    return load_catalogue(resource_folder() / "assets" / "landscapes.toml");
}

std::expected<const LandscapeEntry*, std::string> find_landscape(const Catalogue& catalogue, std::string_view id) {
    if (const LandscapeEntry* entry = catalogue.find(id)) return entry;
    std::vector<std::string_view> ids;
    for (const LandscapeEntry& entry : catalogue.landscapes) ids.push_back(entry.id);
    const std::string_view close = nearest(id, ids);
    return std::unexpected(close.empty()
                               ? fmt::format("no landscape \"{}\"; `thalweg list landscapes` names them all", id)
                               : fmt::format("no landscape \"{}\"; did you mean {}?", id, close));
}

std::expected<ChosenLandscape, std::string> choose_landscape(const LandscapeOptions& options) {
    if (const std::string error = complaint(options); !error.empty()) return std::unexpected(error);
    auto chosen = options.grid ? choose_grid(options) : choose_function(options);
    if (!chosen || !options.box) return chosen;
    const auto box = parse_box(*options.box);
    if (!box) return std::unexpected(box.error());
    chosen->choice.domain = *box;
    return chosen;
}

bool is_curve(const LandscapeChoice& choice) {
    if (choice.source != LandscapeSource::formula) return false;
    const auto formula = Formula::parse(choice.formula);
    return formula && formula->variables().size() == 1;
}

std::expected<std::shared_ptr<const Landscape>, std::string> ChosenLandscape::with_coordinates(
    std::size_t n, std::string_view option) const {
    const bool curve_as_surface = formula && names.size() == 1 && n == 2;
    if (n != names.size() && !curve_as_surface)
        return std::unexpected(fmt::format("{} has {} coordinate{}, but the {} has {} variable{}: {}{}", option, n,
                                           n == 1 ? "" : "s", formula ? "formula" : "landscape", names.size(),
                                           names.size() == 1 ? "" : "s", fmt::join(names, ", "),
                                           n > names.size() ? how_to_name_more() : ""));
    if (!formula) return landscape;
    return std::make_shared<FormulaLandscape>(*formula, parameter_values(choice, formula->parameters()),
                                              static_cast<int>(n));
}

std::expected<std::shared_ptr<const Landscape>, std::string> ChosenLandscape::surface() const {
    if (!formula || landscape || names.size() <= 2) return with_coordinates(2, "a surface");
    const auto axes = plane_axes(names, choice.slice.axes);
    if (!axes) return std::unexpected("axes " + axes.error());
    Formula plane = formula->section(std::array{names[(*axes)[0]], names[(*axes)[1]]});
    auto values = parameter_values(choice, plane.parameters());
    return std::make_shared<FormulaLandscape>(std::move(plane), std::move(values), 2);
}

std::string ChosenLandscape::how_to_name_more() const {
    const auto others = formula ? formula->parameters() : std::span<const std::string>();
    if (others.empty()) return {};
    return fmt::format("; {} {}, unless a heading makes {}: f({}, {}) = …", fmt::join(others, " and "),
                       others.size() == 1 ? "is a parameter" : "are parameters",
                       others.size() == 1 ? "it a variable" : "them variables", fmt::join(names, ", "),
                       fmt::join(others, ", "));
}

}  // namespace thalweg
