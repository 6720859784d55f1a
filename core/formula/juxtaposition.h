#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg {

/// What the symbols of a graph are called: the variables first, then the parameters.
class SymbolNames {
  public:
    SymbolNames(std::span<const std::string> variables, std::span<const std::string> parameters)
        : variables_(variables), parameters_(parameters) {}

    bool is_variable(std::size_t symbol) const { return symbol < variables_.size(); }
    const std::string& name(std::size_t symbol) const {
        return is_variable(symbol) ? variables_[symbol] : parameters_[symbol - variables_.size()];
    }
    std::span<const std::string> variables() const { return variables_; }

  private:
    std::span<const std::string> variables_;
    std::span<const std::string> parameters_;
};

enum class FactorShape : std::uint8_t {
    number,
    name,        ///< x, θ1, π
    name_power,  ///< x²
    other,       ///< sin(x), √x, (x + 1), e^x
};

/// Writes factors one after the other as in "2xy²(x + 1) sin(y)", with a space or a dot where they would be read
/// differently without.
class Juxtaposition {
  public:
    explicit Juxtaposition(const SymbolNames& names) : names_(names) {}

    void append(const std::string& factor, FactorShape shape);
    const std::string& text() const { return text_; }

  private:
    std::string_view separator(const std::string& factor, FactorShape shape) const;
    bool may_touch(const std::string& factor, FactorShape shape) const;

    const SymbolNames& names_;
    std::string text_;
    std::string last_;
    FactorShape last_shape_ = FactorShape::number;
    std::vector<std::string> run_;  ///< the Latin names at the end of the text that touch each other
    std::size_t names_so_far_ = 0;
};

}  // namespace thalweg
