#include "app/scene/landscape_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace thalweg {
namespace {

std::expected<Formula, FormulaError> read_for_the_plane(const std::string& text) {
    auto formula = Formula::parse(text);
    if (formula && formula->variables().size() > 2) {
        return std::unexpected(FormulaError{
            fmt::format("a surface has two variables, not {}; name at most two", formula->variables().size())});
    }
    return formula;
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
        auto formula = read_for_the_plane(choice.formula);
        error_ = formula ? std::nullopt : std::optional(formula.error());
        if (formula) formula_ = *std::move(formula);
        another |= !error_;
    }
    part_.error = error_;
    if (!formula_ || (error_ && part_.formula == nullptr)) return;
    auto parameters = parameter_values(choice, formula_->parameters());
    if (!another && std::ranges::equal(parameters, part_.formula->parameters())) return;
    part_.data.reset();
    part_.parameters.assign(formula_->parameters().begin(), formula_->parameters().end());
    part_.formula = std::make_shared<FormulaLandscape>(*formula_, std::move(parameters));
    const auto names = formula_->variables();
    show(part_.formula, {names.begin(), names.end()}, "f");
}

void LandscapeMaker::offer(LoadedGrid grid) {
    chosen_grid_ = grid.choice;
    grid_ = std::move(grid);
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
    part_.formula.reset();
    part_.data.reset();
    part_.parameters.clear();
    show(grid_->landscape, {"x", "y"}, grid_->choice.array.empty() ? "f" : grid_->choice.array);
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
    if (!data_complaint_.empty() || part_.data == data_part_) return;
    part_.formula.reset();
    part_.data = data_part_;
    part_.parameters.clear();
    for (const std::string& name : loss_->parameters())
        if (!is_column(data_part_->samples, name)) part_.parameters.push_back(name);
    const auto names = loss_->variables();
    show(data_part_->landscape, {names.begin(), names.end()}, "J");
}

void LandscapeMaker::show(std::shared_ptr<const Landscape> landscape, std::vector<std::string> names,
                          std::string value_name) {
    part_.landscape = std::move(landscape);
    part_.evaluator = part_.landscape->evaluator();
    part_.names = std::move(names);
    part_.value_name = std::move(value_name);
    ++part_.revision;
}

}  // namespace thalweg
