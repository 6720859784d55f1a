#include "app/scene/landscape_part.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

#include "app/document/space.h"
#include "app/scene/number_format.h"

namespace thalweg {
namespace {

/// "z = −0.5, w = 1".
std::string place_words(std::span<const std::string> variables, const SpacePart& space) {
    std::string words;
    for (std::size_t i = 0; i < variables.size(); ++i) {
        if (i == space.axes[0] || i == space.axes[1]) continue;
        if (words.size() > 24) return words + ", …";
        words += (words.empty() ? "" : ", ") + variables[i] + " = " + format_number(space.plane_at[i], 3);
    }
    return words;
}

std::vector<std::string> copied(std::span<const std::string> list) {
    return {list.begin(), list.end()};
}

/// The loss of a sample, whose mean is a surface over two of its variables.
std::expected<Formula, FormulaError> read_loss(const std::string& text) {
    auto formula = Formula::parse(text);
    if (formula && formula->variables().size() != 2) {
        return std::unexpected(FormulaError{
            fmt::format("a loss is a surface over two of its weights, not {}; begin with J(w, b) = and the two",
                        formula->variables().size())});
    }
    return formula;
}

}  // namespace

void LandscapeMaker::update(const LandscapeChoice& choice) {
    if (is_valid_domain(choice.domain)) part_.domain = choice.domain;
    part_.error.reset();
    part_.complaint.clear();
    part_.note.clear();
    switch (choice.source) {
        case LandscapeSource::formula:
            return take_formula(choice);
        case LandscapeSource::grid:
            return take_grid(choice.grid);
        case LandscapeSource::data:
            return take_data(choice);
    }
}

void LandscapeMaker::take_formula(const LandscapeChoice& choice) {
    bool another = part_.formula == nullptr;
    if (text_ != choice.formula) {
        text_ = choice.formula;
        auto formula = Formula::parse(choice.formula);
        error_ = formula ? std::nullopt : std::optional(formula.error());
        if (formula) formula_ = *std::move(formula);
        another |= !error_;
    }
    part_.error = error_;
    if (!formula_ || (error_ && part_.formula == nullptr)) return;
    if (formula_->variables().size() > 2) return take_space(choice, another);
    another |= part_.space != nullptr;
    auto parameters = parameter_values(choice, formula_->parameters());
    if (!another && std::ranges::equal(parameters, part_.formula->parameters())) return;
    const auto landscape = std::make_shared<const FormulaLandscape>(*formula_, std::move(parameters));
    show({.landscape = landscape,
          .formula = landscape,
          .parameters = copied(formula_->parameters()),
          .names = copied(formula_->variables())});
}

void LandscapeMaker::take_space(const LandscapeChoice& choice, bool another) {
    const auto variables = formula_->variables();
    const auto axes = axes_shown(choice, variables);
    auto parameters = parameter_values(choice, formula_->parameters());
    std::vector<double> starts_at = parameter_values(choice, variables);
    for (const std::size_t axis : axes) starts_at[axis] = 0.0;  // where a start lies along these is its own
    const SpacePart* const before = another ? nullptr : part_.space.get();
    const bool same_axes = before != nullptr && before->axes == axes;
    if (same_axes && before->starts_at == starts_at && std::ranges::equal(parameters, before->landscape->parameters()))
        return;
    if (!same_axes) plane_formula_ = formula_->section(std::array{variables[axes[0]], variables[axes[1]]});
    auto landscape =
        std::make_shared<const FormulaLandscape>(*formula_, std::move(parameters), static_cast<int>(variables.size()));
    show_plane({.landscape = std::move(landscape), .axes = axes, .starts_at = starts_at, .plane_at = {}, .where = {}},
               starts_at);
}

void LandscapeMaker::move_plane(const std::vector<double>& at) {
    if (part_.space->plane_at == at) return;
    const std::uint64_t descended = part_.descended_revision;
    show_plane(*part_.space, at);
    part_.descended_revision = descended;
}

void LandscapeMaker::show_plane(SpacePart space, const std::vector<double>& at) {
    const auto variables = space.landscape->formula().variables();
    space.plane_at = at;
    space.where = place_words(variables, space);
    std::vector<double> values;
    for (std::size_t i = 0; i < variables.size(); ++i)
        if (i != space.axes[0] && i != space.axes[1]) values.push_back(at[i]);
    const auto parameters = space.landscape->parameters();
    values.insert(values.end(), parameters.begin(), parameters.end());
    const auto plane = std::make_shared<const FormulaLandscape>(*plane_formula_, std::move(values));
    std::string title = "f at " + space.where;
    show({.landscape = plane,
          .formula = plane,
          .space = std::make_shared<const SpacePart>(std::move(space)),
          .parameters = copied(plane_formula_->parameters()),
          .names = copied(plane_formula_->variables()),
          .value_name = std::move(title)});
}

void LandscapeMaker::offer(LoadedSource loaded) {
    if (loaded.samples) data_.offer(*std::move(loaded.samples));
    if (!loaded.grid) return;
    chosen_grid_ = loaded.grid->choice;
    grid_ = std::move(loaded.grid);
    grid_complaint_.clear();
}

void LandscapeMaker::take_grid(const GridChoice& choice) {
    if (chosen_grid_ != choice) {
        chosen_grid_ = choice;
        auto loaded = load_grid(choice);
        grid_complaint_ = loaded ? std::string() : loaded.error();
        grid_ = loaded ? std::optional(*std::move(loaded)) : std::nullopt;
    }
    part_.complaint = grid_complaint_;
    if (!grid_) return;
    part_.note = grid_->note;
    if (part_.landscape == grid_->landscape) return;
    show({.landscape = grid_->landscape,
          .names = {"x", "y"},
          .value_name = grid_->choice.array.empty() ? "f" : grid_->choice.array});
}

void LandscapeMaker::take_data(const LandscapeChoice& choice) {
    if (loss_text_ != choice.formula) {
        loss_text_ = choice.formula;
        loss_ = read_loss(choice.formula);
    }
    if (!loss_) {
        part_.error = loss_.error();
        return;
    }
    const LandscapeChoice wanted{.formula = choice.formula, .data = choice.data, .parameters = choice.parameters};
    if (made_data_of_ != wanted) {
        made_data_of_ = wanted;
        auto made = data_.make(choice, *loss_);
        data_complaint_ = made ? std::string() : made.error();
        if (made) data_part_ = *std::move(made);
    }
    part_.complaint = data_complaint_;
    if (!data_complaint_.empty()) return;
    part_.note = fmt::format("{}", fmt::join(data_part_->notes, "; "));
    if (part_.data == data_part_) return;
    std::vector<std::string> parameters = copied(loss_->parameters());
    std::erase_if(parameters, [&](const std::string& name) { return is_column(data_part_->samples, name); });
    show({.landscape = data_part_->landscape,
          .data = data_part_,
          .parameters = std::move(parameters),
          .names = copied(loss_->variables()),
          .value_name = "J"});
}

void LandscapeMaker::show(Shown shown) {
    part_.landscape = std::move(shown.landscape);
    part_.formula = std::move(shown.formula);
    part_.data = std::move(shown.data);
    part_.space = std::move(shown.space);
    part_.evaluator = part_.landscape->evaluator();
    part_.parameters = std::move(shown.parameters);
    part_.names = std::move(shown.names);
    part_.value_name = std::move(shown.value_name);
    part_.descended_revision = ++part_.revision;
}

}  // namespace thalweg
