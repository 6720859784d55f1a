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

/// A handle of one of the schedules.
struct Held {
    std::size_t schedule = 0, handle = 0;
};

double base_rate(const Optimizer& optimizer) {
    return std::visit([](const auto& method) { return method.learning_rate; }, optimizer.method);
}

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

ChartAxis rate_axis(const std::vector<double>& rates, bool& logarithmic) {
    double low = INFINITY, high = 0;
    for (const double rate : rates) {
        if (rate > 0) low = std::min(low, rate);
        high = std::max(high, rate);
    }
    if (!(high > 0)) low = high = 1e-3;
    // Rates that fall to nothing are better seen with their zero than far down a logarithm.
    logarithmic = low > 1e-4 * high && low < 0.2 * high && std::ranges::none_of(rates, [](double r) { return r <= 0; });
    if (logarithmic) return {low / 1.6, high * 1.6, true};
    return {0, 1.15 * high, false};
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
    bool logarithmic = false;
    const ChartAxis up = rate_axis(rates, logarithmic), across{0, static_cast<double>(steps - 1), false};
    const Plot plot(panel, "schedule", panel.px(132), across, up, "step", "learning rate η");
    // While a handle is held its place is taken from the pointer; the item is the plot's own.
    const bool active = plot.held().has_value();
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    ImGuiStorage& kept = *ImGui::GetStateStorage();
    const ImGuiID key = ImGui::GetID("held handle");
    std::optional<Held> nearest;
    float least = panel.px(14);
    for (std::size_t s = 0; s < optimizer.schedules.size(); ++s) {
        const auto points = handles(optimizer.schedules[s], base, steps);
        for (std::size_t h = 0; h < points.size(); ++h) {
            const ImVec2 at = plot.at(std::min(points[h].step, across.high), points[h].rate);
            const float distance = std::hypot(at.x - pointer.x, at.y - pointer.y);
            if (distance >= least) continue;
            least = distance;
            nearest = Held{s, h};
        }
    }
    constexpr int per_schedule = 16;
    int held = kept.GetInt(key, -1);
    if (!active) held = -1;
    if (active && held == -1)
        held = nearest ? static_cast<int>(nearest->schedule) * per_schedule + static_cast<int>(nearest->handle) : -2;
    kept.SetInt(key, held);
    plot.curve(along, rates, panel.colors.accent, 2);
    plot.vertical(std::min(panel.session.playback.step, across.high), panel.colors.text.with_alpha(0.4F));
    for (std::size_t s = 0; s < optimizer.schedules.size(); ++s) {
        const auto points = handles(optimizer.schedules[s], base, steps);
        for (std::size_t h = 0; h < points.size(); ++h) {
            const bool lit = held == static_cast<int>(s) * per_schedule + static_cast<int>(h) ||
                             (held == -1 && nearest && nearest->schedule == s && nearest->handle == h);
            plot.mark(std::min(points[h].step, across.high), std::max(points[h].rate, up.low), Marker::disc,
                      lit ? panel.colors.accent : panel.colors.text, lit ? 6.0F : 5.0F);
        }
    }
    if (held < 0) return;
    panel.requests.gesture = true;
    const auto schedule = static_cast<std::size_t>(held / per_schedule);
    if (schedule >= optimizer.schedules.size()) return;
    Optimizer wanted = optimizer;
    drag_handle(wanted.schedules[schedule], static_cast<std::size_t>(held % per_schedule), base, steps,
                std::round(*plot.held()), plot.value_up(pointer.y));
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
