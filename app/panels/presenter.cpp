#include <algorithm>
#include <array>
#include <string>

#include "app/panels/caption_strip.h"
#include "app/panels/widgets.h"

namespace thalweg {
namespace {

constexpr double trail_seconds = 0.35;
constexpr Color laser_red = rgb(0xFF2D2D);

/// A dot whose edge fades.
void soft_dot(ImDrawList& list, ImVec2 at, float radius, float alpha) {
    constexpr std::array<std::array<float, 2>, 5> rings{
        {{2.2F, 0.06F}, {1.7F, 0.12F}, {1.3F, 0.25F}, {1, 0.6F}, {0.7F, 1}}};
    for (const auto& [share, strength] : rings)
        list.AddCircleFilled(at, radius * share, pack(laser_red.with_alpha(alpha * strength)));
}

void draw_laser(Panel& panel) {
    Presenter& presenter = panel.state.presenter;
    std::vector<Presenter::Trace>& trail = presenter.trail;
    const ImVec2 at = ImGui::GetIO().MousePos;
    if (!presenter.laser || !ImGui::IsMousePosValid(&at)) return trail.clear();
    const double now = ImGui::GetTime();
    const auto moved = [&](const Presenter::Trace& last) { return last.x != at.x || last.y != at.y; };
    if (trail.empty() || moved(trail.back()))
        trail.push_back({at.x, at.y, now});
    else
        trail.back().time = now;
    std::erase_if(trail, [&](const Presenter::Trace& trace) { return now - trace.time > trail_seconds; });

    ImGui::SetMouseCursor(ImGuiMouseCursor_None);
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    const float radius = panel.px(7);
    for (std::size_t i = 1; i < trail.size(); ++i) {
        const float left = 1 - static_cast<float>((now - trail[i].time) / trail_seconds);
        const ImU32 color = pack(laser_red.with_alpha(0.55F * left * left));
        list.AddLine({trail[i - 1].x, trail[i - 1].y}, {trail[i].x, trail[i].y}, color, radius * 1.3F * left);
        list.AddCircleFilled({trail[i].x, trail[i].y}, radius * 0.65F * left, color);
    }
    soft_dot(list, at, radius, 1);
    list.AddCircleFilled(at, radius * 0.3F, pack(rgb(0xFFFFFF).with_alpha(0.85F)));
}

/// Where the views are, both together.
Area views_area(const ViewAreas& views) {
    if (views.curve.width > 0) return views.curve;
    if (views.surface.width <= 0) return views.contour;
    if (views.contour.width <= 0) return views.surface;
    return {views.surface.x, views.surface.y, views.contour.x + views.contour.width - views.surface.x,
            views.surface.height};
}

/// Words on a plate that keeps them apart from any ground; anchor: which point of the plate lies at `at`.
void draw_plate(const Panel& panel, ImDrawList& list, ImFont* font, std::string_view words, ImVec2 at, ImVec2 anchor,
                const Color& color, float padding) {
    const float width = text_width(font, words) + 2.4F * padding, height = font->FontSize + 1.2F * padding;
    const ImVec2 low{at.x - anchor.x * width, at.y - anchor.y * height}, high{low.x + width, low.y + height};
    list.AddRectFilled(low, high, pack(panel.colors.panel.with_alpha(0.93F)), padding);
    list.AddRect(low, high, pack(panel.colors.line), padding, 0, std::max(1.0F, panel.px(1)));
    write(list, font, {low.x + 1.2F * padding, low.y + 0.6F * padding}, pack(color), words);
}

/// The caption line in the largest type in which it fits.
struct CaptionLine {
    ImFont* font = nullptr;
    std::string words = {};  ///< empty: none is wanted, or there is no room
};

CaptionLine caption_line(const Panel& panel, float width) {
    const float room = width - panel.px(56);
    if (!panel.state.presenter.caption || panel.session.display.projector || room < panel.px(120)) return {};
    const std::string& words = panel.state.presenter.told;
    const std::array<ImFont*, 3> sizes{panel.fonts.projector_body, panel.fonts.title, panel.fonts.body};
    const auto fits = [&](ImFont* font) { return text_width(font, words) <= room; };
    const auto chosen = std::ranges::find_if(sizes, fits);
    ImFont* const font = chosen == sizes.end() ? sizes.back() : *chosen;
    return {font, shortened(font, words, room)};
}

/// In the strip below the views that the layout leaves free.
void draw_caption_below(const Panel& panel, const Area& strip) {
    const auto [font, words] = caption_line(panel, strip.width);
    const PanelWindow window(panel, "caption", strip, PanelWindow::Ground::background,
                             ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoDecoration);
    if (!window || words.empty()) return;
    write(*ImGui::GetWindowDrawList(), font,
          {strip.x + (strip.width - text_width(font, words)) / 2, strip.y + (strip.height - font->FontSize) / 2},
          pack(panel.colors.text), words);
}

void draw_caption_over(const Panel& panel, const Area& views) {
    const auto [font, words] = caption_line(panel, views.width);
    if (words.empty()) return;
    draw_plate(panel, *ImGui::GetWindowDrawList(), font, words,
               {views.x + views.width / 2, views.y + views.height - panel.px(34)}, {0.5F, 1}, panel.colors.text,
               panel.px(12));
}

void draw_frozen(const Panel& panel, const Area& views) {
    if (!panel.state.presenter.frozen) return;
    draw_plate(panel, *ImGui::GetWindowDrawList(), panel.fonts.caption, "frozen",
               {views.x + views.width / 2, views.y + panel.px(10)}, {0.5F, 0}, panel.colors.accent, panel.px(7));
}

void draw_hint(const Panel& panel) {
    const std::string& hint = panel.state.hint;
    if (hint.empty() || panel.state.presenter.laser || panel.state.presenter.magnifier) return;
    ImFont* const font = panel.fonts.caption;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    // Beside the pointer, on the side where there is room.
    const bool left = mouse.x + text_width(font, hint) + panel.px(50) > panel.inputs.width;
    const float shift = panel.px(left ? -14.0F : 18.0F);
    draw_plate(panel, *ImGui::GetForegroundDrawList(), font, hint, {mouse.x + shift, mouse.y + panel.px(16)},
               {left ? 1.0F : 0.0F, 0}, panel.colors.quiet_text, panel.px(7));
}

}  // namespace

void draw_presenter(Panel& panel) {
    // Over the views and under everything else, menus above all.
    const Area views = views_area(panel.layout.views);
    ImGui::SetNextWindowPos({views.x, views.y});
    ImGui::SetNextWindowSize({std::max(views.width, 1.0F), std::max(views.height, 1.0F)});
    ImGui::Begin("over the views", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoInputs |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
    draw_frozen(panel, views);
    const float strip = caption_strip(panel.session, panel.state, panel.inputs);
    if (strip == 0) draw_caption_over(panel, views);
    ImGui::End();
    if (strip > 0) draw_caption_below(panel, {views.x, views.y + views.height, views.width, strip});
    if (!panel.state.palette.open && !panel.state.show_help) draw_hint(panel);
    draw_laser(panel);
}

}  // namespace thalweg
