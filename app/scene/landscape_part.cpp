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

}  // namespace

void LandscapeMaker::update(const LandscapeChoice& choice) {
    if (is_valid_domain(choice.domain)) part_.domain = choice.domain;
    const auto before = part_.landscape;
    if (text_ != choice.formula) read_formula(choice.formula);
    if (part_.landscape == nullptr) return;

    const Formula& formula = part_.landscape->formula();
    auto parameters = parameter_values(choice, formula.parameters());
    if (part_.landscape != before || !std::ranges::equal(parameters, part_.landscape->parameters())) {
        part_.landscape = std::make_shared<FormulaLandscape>(formula, std::move(parameters));
        part_.evaluator = part_.landscape->evaluator();
        ++part_.revision;
    }
}

void LandscapeMaker::read_formula(const std::string& text) {
    text_ = text;
    auto formula = read_for_the_plane(text);
    if (!formula) {
        part_.error = formula.error();
        return;
    }
    part_.error.reset();
    const std::size_t count = formula->parameters().size();
    part_.landscape = std::make_shared<FormulaLandscape>(*std::move(formula), std::vector<double>(count, 1.0));
}

}  // namespace thalweg
