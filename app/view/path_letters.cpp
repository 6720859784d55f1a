#include "app/view/path_letters.h"

#include "app/scene/contrast.h"

namespace thalweg {
namespace {

/// Thin dark letters lose more to their bright outline than bright ones to a dark one.
constexpr double least_over_light = 7, least_over_dark = 4.5;

Color lighter(const Color& color) {
    const auto part = [](float own) { return own + 0.45F * (1 - own); };
    return {part(color.r), part(color.g), part(color.b), 1};
}

}  // namespace

Color path_letters(int color, const InkStyle& style) {
    const Color own = optimizer_color(color);
    return style.over_light ? told_from(own, style.theme.background, least_over_light)
                            : told_from(lighter(own), style.theme.background, least_over_dark);
}

}  // namespace thalweg
