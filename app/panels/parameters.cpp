#include <algorithm>
#include <cmath>

#include "app/panels/plane_choice.h"
#include "app/panels/slider.h"
#include "app/panels/widgets.h"
#include "app/scene/symbols.h"

namespace thalweg {
namespace {

constexpr double least_reach = 5;

/// How far the slider of a parameter goes to both sides: 5, 50, 500 …, so that the value lies on it. It stays as it is
/// while a slider is held, or the value would run away under the hand.
double reach_of(double value) {
    float& reach = *ImGui::GetStateStorage()->GetFloatRef(ImGui::GetID("reach"), least_reach);
    if (!ImGui::IsAnyItemActive()) {
        reach = least_reach;
        while (std::abs(value) > reach && reach < 1e30F) reach *= 10;
    }
    return reach;
}

/// The slider of a parameter. One that is called κ is a condition number: from 1, where a bowl is round, over powers
/// of ten; one of a loss over data that is called λ₁ or λ₂ is a penalty, which is not below 0.
Setting setting_of(std::string_view name, double value, bool over_data) {
    if (name == "κ")
        return {.name = name,
                .help = "The condition number: how many times as strongly it is bent one way as the other",
                .minimum = 1,
                .maximum = 1000,
                .scale = Scale::logarithmic};
    if (over_data && (name == "λ1" || name == "λ2"))
        return {
            .name = name,
            .help = name == "λ1" ? "An L1 penalty on the weights: λ₁ Σ|w|" : "An L2 penalty on the weights: λ₂ Σ w²/2",
            .maximum = std::max(1.0, reach_of(value) / least_reach)};
    const double reach = reach_of(value);
    return {.name = name,
            .help = "A parameter of the formula; click the number to type it",
            .minimum = -reach,
            .maximum = reach};
}

}  // namespace

void draw_parameters(Panel& panel) {
    const Area& area = panel.layout.parameters;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {panel.px(12), panel.px(5)});
    const PanelWindow window(panel, "parameters", area);
    ImGui::PopStyleVar();
    const std::vector<std::string>& names = panel.scene.landscape().parameters;
    if (!window || names.empty()) return;

    draw_plane_choice(panel);
    const float per_row = std::max(1.0F, std::floor(area.width / panel.px(parameter_width)));
    const float cell = (area.width - panel.px(24)) / per_row;
    LandscapeChoice& choice = panel.session.landscape;
    const std::vector<double> values = parameter_values(choice, names);
    int column = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (column > 0) ImGui::SameLine(panel.px(12) + static_cast<float>(column) * cell);
        column = (column + 1) % static_cast<int>(per_row);
        double value = values[i];
        ImGui::PushID(static_cast<int>(i));
        const std::string name = as_symbol(names[i]);
        Setting setting = setting_of(names[i], value, panel.scene.landscape().data != nullptr);
        setting.name = name;
        const float label = std::min(text_width(panel.fonts.caption, name) / panel.inputs.scale + 10, 70.0F);
        if (slider(panel, setting, value,
                   {.label_width = label, .width = std::min(cell - panel.px(16), panel.px(360))})) {
            choice.parameters[names[i]] = value;
        }
        ImGui::PopID();
    }
}

}  // namespace thalweg
