#pragma once

#include <cstddef>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/formula/program.h"

namespace thalweg {

/// Why a formula could not be read: one sentence, and the offending characters (code points, counted from 0).
struct FormulaError {
    std::string message;       ///< `unknown function "sine" at column 5; did you mean sin?` (columns count from 1)
    std::size_t position = 0;  ///< first offending code point
    std::size_t length = 1;    ///< how many code points offend; at least 1
};

/// A formula as a person types it, with its exact gradient and Hessian: parsed, differentiated symbolically, simplified
/// and compiled. Immutable and cheap to copy; safe to share between threads.
class Formula {
  public:
    /// Reads e.g. "a*x^2 + sin(2x y)", "z = ½..." or "J(θ1, θ2) = θ1² + θ2²". Grammar and limits: see grammar.md of
    /// this folder. A formula whose derivatives need more than Graph::largest_size parts is refused.
    static std::expected<Formula, FormulaError> parse(std::string_view text);

    const std::string& text() const;

    /// The same function of some of its variables alone, in the order given; the others become its first parameters, in
    /// their own order, which hold them still. Its text is the whole one's. A name that is none of the variables is a
    /// broken invariant.
    Formula section(std::span<const std::string> variables) const;

    /// Names of the variables, in the order of coordinates: {"x"} for a curve, {"x","y"} for a surface, or the names
    /// that the formula itself declares. A formula without variables (a constant) counts as a surface in x and y.
    std::span<const std::string> variables() const;

    /// Names of the parameters, in order of first appearance; each starts at 1.
    std::span<const std::string> parameters() const;

    /// Programs that share sub-expressions. Inputs: variables, then parameters.
    /// Derivatives are simplified as algebra has it (x ln x gives ln x + 1), so they may exist where f does not:
    /// whoever runs these programs asks the first output, f, whether the point is in the domain. Outputs: value: {f};
    /// gradient: {f, ∂f/∂x…}; hessian: {f, ∂f/∂x…, then the upper triangle fxx, fxy, fyy by rows}.
    const Program& value_program() const;
    const Program& gradient_program() const;
    const Program& hessian_program() const;

    /// Readable, simplified forms, e.g. "4x(x² + y − 11) + 2(x + y² − 7)"; parse() reads them back as the same
    /// functions. Endless ones are cut short by "…" (print.h).
    std::string value_text() const;
    std::string gradient_text(std::size_t variable) const;
    std::string hessian_text(std::size_t row, std::size_t column) const;

  private:
    struct Content;
    /// along: the variables that it is differentiated along; empty: all.
    static std::expected<Formula, FormulaError> read(std::string_view text, std::span<const std::string> along);
    explicit Formula(std::shared_ptr<const Content> content);
    std::shared_ptr<const Content> content_;
};

}  // namespace thalweg
