#include "app/panels/gradient_words.h"

#include <fmt/format.h>

#include "app/scene/data_part.h"

namespace thalweg {
namespace {

constexpr std::size_t longest = 500;  // bytes; more than that nobody reads

std::string cut(std::string words) {
    if (words.size() <= longest) return words;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
    words.resize(end);
    return words + " …";
}

}  // namespace

void GradientWords::update(const LandscapePart& landscape) {
    if (revision == landscape.revision) return;
    revision = landscape.revision;
    lines.clear();
    if (landscape.data != nullptr) {
        const Formula& loss = landscape.data->landscape->loss();
        for (std::size_t i = 0; i < landscape.names.size(); ++i)
            lines.push_back(fmt::format("∂J/∂{} = mean of {}", landscape.names[i], cut(loss.gradient_text(i))));
        return;
    }
    if (landscape.formula == nullptr) {
        lines.emplace_back("Exact derivatives of the smooth surface through the values of a grid");
        return;
    }
    const Formula& formula = (landscape.space ? landscape.space->landscape : landscape.formula)->formula();
    const auto names = formula.variables();
    if (names.size() == 1) {
        lines.push_back(fmt::format("f′({}) = {}", names[0], cut(formula.gradient_text(0))));
        return;
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        lines.push_back(fmt::format("∂f/∂{} = {}", names[i], cut(formula.gradient_text(i))));
    }
}

}  // namespace thalweg
