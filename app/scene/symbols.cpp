#include "app/scene/symbols.h"

#include <array>

namespace thalweg {

std::string as_symbol(std::string_view name) {
    constexpr std::array<std::string_view, 10> lowered = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
    const std::size_t last = name.find_last_not_of("0123456789");
    if (last == std::string_view::npos) return std::string(name);
    std::string text(name.substr(0, last + 1));
    for (const char digit : name.substr(last + 1)) text += lowered.at(static_cast<std::size_t>(digit - '0'));
    return text;
}

}  // namespace thalweg
