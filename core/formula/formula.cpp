#include "core/formula/formula.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "core/formula/compile.h"
#include "core/formula/derivative.h"
#include "core/formula/parser.h"
#include "core/formula/print.h"

namespace thalweg {

struct Formula::Content {
    std::string text;
    ParsedFormula parsed;
    std::vector<NodeId> gradient;
    std::vector<NodeId> hessian;  ///< the upper triangle by rows
    Program value_program;
    Program gradient_program;
    Program hessian_program;
};

std::expected<Formula, FormulaError> Formula::parse(std::string_view text) {
    return read(text, {});
}

Formula Formula::section(std::span<const std::string> variables) const {
    auto section = read(text(), variables);
    if (!section) {
        // The whole could be read and differentiated along more variables.
        std::fputs("Formula::section: the names are not variables of the formula\n", stderr);
        std::abort();
    }
    return *std::move(section);
}

std::expected<Formula, FormulaError> Formula::read(std::string_view text, std::span<const std::string> along) {
    auto parsed = parse_formula(text, along);
    if (!parsed) return std::unexpected(std::move(parsed.error()));
    auto content = std::make_shared<Content>();
    content->text = text;
    content->parsed = std::move(*parsed);

    Graph& graph = content->parsed.graph;
    const NodeId value = content->parsed.value;
    const std::size_t variables = content->parsed.variables.size();
    for (std::size_t i = 0; i < variables; ++i) content->gradient.push_back(differentiate(graph, value, i));
    for (std::size_t row = 0; row < variables; ++row) {
        for (std::size_t column = row; column < variables && !graph.exhausted(); ++column) {
            content->hessian.push_back(differentiate(graph, content->gradient[row], column));
        }
    }
    if (graph.exhausted()) {
        return std::unexpected(
            FormulaError{fmt::format("the formula is too large: with its derivatives it has more than {} parts",
                                     Graph::largest_size),
                         0, 1});
    }

    std::vector<NodeId> outputs = {value};
    const auto compiled = [&] { return compile(graph, outputs, variables, content->parsed.parameters.size()); };
    content->value_program = compiled();
    outputs.insert(outputs.end(), content->gradient.begin(), content->gradient.end());
    content->gradient_program = compiled();
    outputs.insert(outputs.end(), content->hessian.begin(), content->hessian.end());
    content->hessian_program = compiled();
    return Formula(std::move(content));
}

Formula::Formula(std::shared_ptr<const Content> content) : content_(std::move(content)) {}

const std::string& Formula::text() const {
    return content_->text;
}
std::span<const std::string> Formula::variables() const {
    return content_->parsed.variables;
}
std::span<const std::string> Formula::parameters() const {
    return content_->parsed.parameters;
}

const Program& Formula::value_program() const {
    return content_->value_program;
}
const Program& Formula::gradient_program() const {
    return content_->gradient_program;
}
const Program& Formula::hessian_program() const {
    return content_->hessian_program;
}

std::string Formula::value_text() const {
    const ParsedFormula& parsed = content_->parsed;
    return print(parsed.graph, parsed.value, parsed.variables, parsed.parameters);
}

std::string Formula::gradient_text(std::size_t variable) const {
    const ParsedFormula& parsed = content_->parsed;
    return print(parsed.graph, content_->gradient.at(variable), parsed.variables, parsed.parameters);
}

std::string Formula::hessian_text(std::size_t row, std::size_t column) const {
    const std::size_t first = std::min(row, column);
    const std::size_t second = std::max(row, column);
    // Rows of the upper triangle have n, n - 1, … entries.
    const std::size_t n = content_->parsed.variables.size();
    const std::size_t index = first * n - first * (first + 1) / 2 + second;
    const ParsedFormula& parsed = content_->parsed;
    return print(parsed.graph, content_->hessian.at(index), parsed.variables, parsed.parameters);
}

}  // namespace thalweg
