#include "app/panels/interface.h"

#include "app/panels/panel.h"

namespace thalweg {
namespace {

int parameter_count(const Scene& scene) {
    const auto& landscape = scene.landscape().landscape;
    return landscape ? static_cast<int>(landscape->formula().parameters().size()) : 0;
}

}  // namespace

ViewAreas draw_interface(Session& session, InterfaceState& state, InterfaceRequests& requests,
                         const InterfaceInputs& inputs) {
    Panel panel{.session = session,
                .state = state,
                .requests = requests,
                .inputs = inputs,
                .scene = inputs.scene,
                .colors = theme_colors(session.display.theme),
                .fonts = fonts(),
                .layout = lay_out(session, state, inputs, parameter_count(inputs.scene))};
    draw_divider(panel);
    return panel.layout.views;
}

}  // namespace thalweg
