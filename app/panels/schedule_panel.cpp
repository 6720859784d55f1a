#include "app/panels/schedule_panel.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "app/panels/plot.h"
#include "app/panels/setting_rows.h"
#include "app/panels/widgets.h"
#include "app/scene/number_format.h"
#include "core/optimizer/schedule_handles.h"

namespace thalweg {
namespace {

/// A handle of one of the schedules, and where it is drawn.
struct Grip {
    std::size_t schedule = 0, index = 0;
    ScheduleHandle handle;
    ImVec2 at;

    int key() const {
        constexpr int per_schedule = 16;
        return static_cast<int>(schedule) * per_schedule + static_cast<int>(index);
    }
};

std::string name_of(const Schedule& schedule) {
    return spoken(std::visit([](const auto& s) { return s.keyword; }, schedule));
}

/// What is no curve the optimizer can have is not taken.
void take(Optimizer& optimizer, Optimizer wanted) {
    if (problem(wanted).empty()) optimizer = std::move(wanted);
}

void draw_add_popup(Panel& panel, Optimizer& optimizer, bool open) {
    if (!popup_below(panel, "add schedule", open)) return;
    const int steps = panel.session.steps;
    for (const Schedule& preset : schedule_presets(base_rate(optimizer), steps)) {
        if (!menu_row(panel, name_of(preset).c_str())) continue;
        Optimizer wanted = optimizer;
        wanted.schedules.push_back(preset);
        // It begins in the middle of what is left.
        if (!optimizer.schedules.empty()) {
            const int before = begin_of(optimizer.schedules.back());
            const int begin = before + std::max(1, (steps - before) / 2);
            std::visit([&](auto& s) { s.after = begin; }, wanted.schedules.back());
        }
        take(optimizer, std::move(wanted));
    }
    ImGui::EndPopup();
}

ChartAxis rate_axis(const std::vector<double>& rates) {
    double low = INFINITY, high = 0;
    for (const double rate : rates) {
        if (rate > 0) low = std::min(low, rate);
        high = std::max(high, rate);
    }
    if (!(high > 0)) low = high = 1e-3;
    // Rates that fall to nothing are better seen with their zero than far down a logarithm.
    if (low > 1e-4 * high && low < 0.2 * high && std::ranges::none_of(rates, [](double r) { return r <= 0; }))
        return {low / 1.6, high * 1.6, true};
    return {0, 1.15 * high, false};
}

std::vector<Grip> grips_of(const Optimizer& optimizer, int steps, const Plot& plot, double last_step,
                           double lowest_rate) {
    std::vector<Grip> grips;
    for (std::size_t s = 0; s < optimizer.schedules.size(); ++s) {
        const auto points = handles(optimizer.schedules[s], base_rate(optimizer), steps);
        for (std::size_t i = 0; i < points.size(); ++i)
            grips.push_back(
                {s, i, points[i], plot.at(std::min(points[i].step, last_step), std::max(points[i].rate, lowest_rate))});
    }
    return grips;
}

/// The nearest that a hand there would take; nullptr: none is near enough.
const Grip* grip_at(const std::vector<Grip>& grips, const ImVec2& place, float reach) {
    const Grip* nearest = nullptr;
    for (const Grip& grip : grips) {
        const float distance = std::hypot(grip.at.x - place.x, grip.at.y - place.y);
        if (distance >= reach) continue;
        reach = distance;
        nearest = &grip;
    }
    return nearest;
}

void show_ways(const ScheduleHandle& handle) {
    ImGui::SetMouseCursor(handle.moves_along && handle.moves_up ? ImGuiMouseCursor_Hand
                          : handle.moves_along                  ? ImGuiMouseCursor_ResizeEW
                                                                : ImGuiMouseCursor_ResizeNS);
}

void draw_curve(Panel& panel, Optimizer& optimizer) {
    const int steps = std::max(panel.session.steps, 2);
    const double base = base_rate(optimizer);
    constexpr int most_points = 400;
    std::vector<double> along, rates;
    for (int i = 0; i <= std::min(steps - 1, most_points); ++i) {
        const int step =
            static_cast<int>(std::lround(static_cast<double>(i) * (steps - 1) / std::min(steps - 1, most_points)));
        along.push_back(step);
        rates.push_back(scheduled(optimizer.schedules, base, step).learning_rate);
    }
    const ChartAxis up = rate_axis(rates), across{0, static_cast<double>(steps - 1), false};
    const Plot plot(panel, "schedule", panel.px(132), across, up, "step", "learning rate η");
    const bool hovered = ImGui::IsItemHovered();
    const std::vector<Grip> grips = grips_of(optimizer, steps, plot, across.high, up.low);
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    const Grip* const nearest = grip_at(grips, pointer, panel.px(14));
    // What was taken hold of when the button went down is held until it goes up.
    constexpr int nothing = -1, beside = -2;
    ImGuiStorage& kept = *ImGui::GetStateStorage();
    const ImGuiID id = ImGui::GetID("held handle");
    int held = plot.held() ? kept.GetInt(id, nothing) : nothing;
    if (plot.held() && held == nothing) held = nearest != nullptr ? nearest->key() : beside;
    kept.SetInt(id, held);
    plot.curve(along, rates, panel.colors.accent, 2);
    plot.vertical(std::min(panel.session.playback.step, across.high), panel.colors.text.with_alpha(0.4F));
    const Grip* lit = held == nothing && hovered ? nearest : nullptr;
    for (const Grip& grip : grips)
        if (grip.key() == held) lit = &grip;
    for (const Grip& grip : grips)
        plot.mark(std::min(grip.handle.step, across.high), std::max(grip.handle.rate, up.low), Marker::disc,
                  &grip == lit ? panel.colors.accent : panel.colors.text, &grip == lit ? 6.0F : 5.0F);
    if (lit != nullptr) show_ways(lit->handle);
    if (held < 0) return;
    panel.requests.gesture = true;
    if (lit == nullptr) return;
    Optimizer wanted = optimizer;
    drag_handle(wanted.schedules[lit->schedule], lit->index, base, steps, std::round(*plot.held()),
                plot.value_up(pointer.y));
    take(optimizer, std::move(wanted));
}

}  // namespace

void draw_schedules(Panel& panel, Optimizer& optimizer) {
    const float left = ImGui::GetCursorPosX(), width = ImGui::GetContentRegionAvail().x;
    ImGui::AlignTextToFramePadding();
    text(panel, "Schedule of the rate", Tone::quiet, panel.fonts.caption);
    ImGui::SameLine(left + width - panel.px(24));
    const bool add = icon_button(panel, "add schedule", Icon::plus, "Let the learning rate change on the way",
                                 {.size = 22, .icon = 11});
    draw_add_popup(panel, optimizer, add);
    if (optimizer.schedules.empty()) return;
    draw_curve(panel, optimizer);
    std::optional<std::size_t> removed;
    for (std::size_t i = 0; i < optimizer.schedules.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        ImGui::AlignTextToFramePadding();
        text(panel, name_of(optimizer.schedules[i]), Tone::normal, panel.fonts.caption);
        ImGui::SameLine(left + width - panel.px(24));
        if (icon_button(panel, "remove", Icon::cross, "Remove this schedule", {.size = 22, .icon = 10})) removed = i;
        Optimizer wanted = optimizer;
        SettingRows rows(panel, {}, {.label_width = 110, .number_width = 52});
        std::visit([&](auto& schedule) { schedule.describe(rows); }, wanted.schedules[i]);
        if (wanted != optimizer) take(optimizer, std::move(wanted));
        ImGui::PopID();
    }
    if (removed) optimizer.schedules.erase(optimizer.schedules.begin() + static_cast<std::ptrdiff_t>(*removed));
}

}  // namespace thalweg
