#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/lenses/lens.h"
#include "app/lenses/lens_panel.h"
#include "app/lenses/race.h"
#include "app/panels/plot.h"
#include "app/panels/selection.h"
#include "app/panels/widgets.h"
#include "app/scene/contrast.h"
#include "app/scene/number_format.h"

namespace thalweg {
namespace {

/// How far above the loss at the start the chart reaches.
constexpr double most_growth = 100;

/// All runs from the selected start side by side: how far their loss is above the minimum, and who came first.
class RaceLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw_panel(Panel& panel) override;

  private:
    /// How far a run is above the goal, step by step.
    struct Lane {
        int optimizer = 0, color = 0;
        std::vector<double> steps, above;
    };
    struct Inputs {
        std::uint64_t paths = 0, stationary = 0;
        int start = 0;
        bool operator==(const Inputs&) const = default;
    };
    void draw_chart(const Panel& panel) const;
    static void draw_entry(Panel& panel, const RaceEntry& entry, int place);

    std::optional<Inputs> made_from_;
    std::optional<RaceGoal> goal_;
    std::vector<RaceEntry> entries_;
    std::vector<Lane> lanes_;
};

void RaceLens::update(const LensSubject& subject) {
    const PathsPart& paths = subject.scene.paths();
    const StationaryPart& stationary = subject.scene.stationary();
    const Inputs inputs{paths.revision, stationary.revision, subject.state.selected_start};
    if (made_from_ == inputs) return;
    made_from_ = inputs;
    entries_.clear();
    lanes_.clear();
    // A slice's stationary points are none of the runs'.
    const StationaryReport report = subject.scene.landscape().space ? StationaryReport{} : stationary.report;
    goal_ = race_goal(paths, report, subject.session, inputs.start);
    if (!goal_) return;
    entries_ = race(paths, report, subject.session, inputs.start, *goal_);
    for (const RaceEntry& entry : entries_) {
        const auto path = std::ranges::find_if(paths.paths, [&](const Path& candidate) {
            return candidate.start == inputs.start && candidate.optimizer == entry.optimizer;
        });
        Lane lane{.optimizer = entry.optimizer, .color = entry.color, .steps = {}, .above = {}};
        // Runs that diverge leave along the chart's upper edge, or the others would lie on its foot.
        const double first = path->trajectory.losses.front() - goal_->value;
        const double ceiling = first > 0 ? most_growth * first : std::numeric_limits<double>::infinity();
        for (std::size_t row = 0; row < path->trajectory.losses.size(); ++row) {
            lane.steps.push_back(static_cast<double>(row));
            lane.above.push_back(std::min(path->trajectory.losses[row] - goal_->value, ceiling));
        }
        lanes_.push_back(std::move(lane));
    }
}

void RaceLens::draw_chart(const Panel& panel) const {
    double highest = 0, smallest = std::numeric_limits<double>::infinity(), longest = 1;
    for (const Lane& lane : lanes_) {
        longest = std::max(longest, lane.steps.back());
        for (const double above : lane.above) {
            if (std::isfinite(above)) highest = std::max(highest, above);
            if (above > 0) smallest = std::min(smallest, above);
        }
    }
    if (!std::isfinite(smallest)) smallest = race_tolerance;
    const ChartAxis along{0, longest, false};
    const Plot plot(panel, "race", panel.px(180), along, fit_axis(0, std::max(highest, smallest), smallest, true),
                    "step", "loss above the minimum");
    plot.horizontal(race_tolerance, panel.colors.quiet_text);
    plot.vertical(std::min(panel.session.playback.step, longest), panel.colors.text.with_alpha(0.5F));
    for (const Lane& lane : lanes_) {
        const bool chosen = lane.optimizer == panel.state.selected_optimizer;
        plot.curve(lane.steps, lane.above, optimizer_ink(lane.color, panel.colors), chosen ? 2.8F : 1.8F);
    }
    for (const Lane& lane : lanes_) {
        const auto last = static_cast<double>(lane.above.size() - 1);
        const double row = std::floor(std::clamp(panel.session.playback.step, 0.0, last));
        plot.mark(row, lane.above[static_cast<std::size_t>(row)], optimizer_marker(lane.color),
                  optimizer_ink(lane.color, panel.colors), 4.5F);
    }
}

void RaceLens::draw_entry(Panel& panel, const RaceEntry& entry, int place) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = panel.px(40);
    ImGui::PushID(entry.optimizer);
    if (pressable(panel, "entry", {width, height})) panel.state.selected_optimizer = entry.optimizer;
    ImGui::PopID();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool chosen = entry.optimizer == panel.state.selected_optimizer;
    if (chosen || ImGui::IsItemHovered()) {
        const Color ground = chosen ? panel.colors.accent.with_alpha(0.13F) : panel.colors.text.with_alpha(0.06F);
        list.AddRectFilled(corner, {corner.x + width, corner.y + height}, pack(ground), panel.px(5));
    }
    ImFont *const body = panel.fonts.body, *const caption = panel.fonts.caption;
    const ImU32 text = pack(panel.colors.text), quiet = pack(panel.colors.quiet_text);
    const std::string number = entry.steps ? std::to_string(place) : "–";
    write(list, caption, {corner.x + panel.px(16) - text_width(caption, number), corner.y + panel.px(4)}, quiet,
          number);
    draw_marker(list, optimizer_marker(entry.color), {corner.x + panel.px(30), corner.y + panel.px(12)}, panel.px(6),
                pack(optimizer_ink(entry.color, panel.colors)), 0, 0);
    const std::string steps = entry.steps ? fmt::format("{} steps", *entry.steps) : "not reached";
    const float right = corner.x + width - panel.px(8), left = corner.x + panel.px(44);
    const float steps_left = right - text_width(body, steps);
    write(list, body, {steps_left, corner.y + panel.px(2)}, entry.steps ? text : quiet, steps);
    write(list, body, {left, corner.y + panel.px(2)}, text,
          shortened(body, entry.name, steps_left - left - panel.px(6)));
    const std::string end = fmt::format("f = {} · {}", format_number(entry.final_loss), entry.ended);
    write(list, caption, {left, corner.y + panel.px(21)}, quiet, shortened(caption, end, right - left));
}

void RaceLens::draw_panel(Panel& panel) {
    if (!goal_ || entries_.empty()) {
        paragraph(panel, "No optimizer descends from the selected start: there is no race to watch.", Tone::quiet,
                  panel.fonts.caption);
        return;
    }
    const std::string value = format_number(goal_->value, 6);
    const char* const words =
        goal_->proved ? "To the global minimum of this domain, f = {} (proved)."
        : panel.scene.stationary().searching
            ? "To the least loss of all runs, f = {}, until the minimum is found …"
            : "To the least loss that any of these runs reached, f = {}; no minimum is proved global.";
    paragraph(panel, fmt::format(fmt::runtime(words), value), Tone::quiet, panel.fonts.caption);
    if (goal_->proved) tooltip(panel, panel.scene.stationary().report.assumption);
    gap(panel, 4);
    draw_chart(panel);
    gap(panel, 4);
    heading(panel, "Steps until the loss is within 10⁻⁶, and where each ended");
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, panel.px(2)});
    int place = 0;
    for (const RaceEntry& entry : entries_) draw_entry(panel, entry, ++place);
    ImGui::PopStyleVar();
}

}  // namespace

std::unique_ptr<Lens> make_race_lens() {
    return std::make_unique<RaceLens>();
}

}  // namespace thalweg
