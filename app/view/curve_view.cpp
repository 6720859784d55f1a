#include "app/view/curve_view.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "app/gl/canvas.h"
#include "app/scene/curve.h"
#include "app/view/backdrop.h"
#include "app/view/curve_drawing.h"
#include "app/view/curve_ink.h"
#include "app/view/curve_morph.h"
#include "app/view/curve_plot.h"
#include "app/view/ink_layer.h"

namespace thalweg {
namespace {

/// What the samples of the curve were made from.
struct SampledFrom {
    std::uint64_t landscape = 0;
    double x0 = 0, x1 = 0;
    int columns = 0;
    bool operator==(const SampledFrom&) const = default;
};

}  // namespace

struct CurveView::Layers {
    explicit Layers(const std::filesystem::path& shaders)
        : backdrop(shaders), ink_layer(shaders, InkLayer::Hiding::none) {}

    Backdrop backdrop;
    InkLayer ink_layer;
    gl::Canvas canvas{gl::Canvas::Ground::flat};
    CurveDrawing drawing;
    std::optional<SampledFrom> sampled_from;
    std::vector<CurvePiece> pieces;
    float morph = 1.0F;
    CurvePlot last_plot;                 ///< of the last picture
    std::vector<CurvePiece> growing;     ///< what it showed, on the way
    std::optional<CurveOutline> origin;  ///< what the curve grows out of; only on the way

    /// What is to be shown of the curve now.
    std::span<const CurvePiece> show(const Scene& scene, const CurvePlot& wanted) {
        if (morph >= 1.0F) {
            origin.reset();
        } else if (sampled_from && sampled_from->landscape != scene.landscape().revision) {
            origin.emplace(origin ? growing : pieces, last_plot);
        }
        sample(scene, wanted);
        last_plot = wanted;
        if (!origin) return pieces;
        growing = grown_out_of(*origin, pieces, wanted, morph);
        return growing;
    }

    void sample(const Scene& scene, const CurvePlot& plot) {
        const SampledFrom wanted{.landscape = scene.landscape().revision,
                                 .x0 = plot.x0,
                                 .x1 = plot.x1,
                                 .columns = std::max(static_cast<int>(plot.width), 2)};
        if (sampled_from == wanted) return;
        sampled_from = wanted;
        pieces = sample_curve(*scene.landscape().landscape, plot.x0, plot.x1, wanted.columns);
    }
};

CurveView::CurveView(const std::filesystem::path& shaders) : layers_(std::make_unique<Layers>(shaders)) {}
CurveView::~CurveView() = default;

void CurveView::set_morph(float share) {
    layers_->morph = share;
}

void CurveView::draw(const Session& session, const Scene& scene, const ViewFrame& frame, const Pointer& pointer,
                     const Overlay* overlay) {
    Layers& layers = *layers_;
    const gl::KeepTarget keep;
    const PicturePart part = frame.drawn();
    const InkStyle style = ink_style(session.display, frame);
    layers.drawing = {};
    layers.canvas.begin_ground(part.width, part.height, 1);
    layers.backdrop.draw(style.theme.background, frame);
    layers.canvas.end_ground();
    layers.canvas.begin_overlay();
    if (!is_curve(scene.landscape())) return;

    const CurvePlot plot = curve_plot(session, scene, frame);
    layers.drawing = draw_curve(session, scene, frame, layers.show(scene, plot), pointer, overlay);
    draw_curve_fill(layers.drawing.axes, layers.drawing.pieces, CurvePlacement(scene, plot, style.scale), style,
                    curve_ground(scene, session.display.colormap));
    for (const Ink* ink : {&layers.drawing.axes, &layers.drawing.ink, &layers.drawing.over})
        layers.ink_layer.draw(*ink, part);
}

unsigned CurveView::texture() const {
    return layers_->canvas.picture();
}
const std::vector<Label>& CurveView::labels() const {
    return layers_->drawing.labels;
}

PlanePoint CurveView::pick(const Session& session, const ViewFrame& frame, double px, double /*py*/) {
    return {curve_frame(session, frame).x(px), 0.0};
}

PixelPoint CurveView::project(const Session& session, const Scene& scene, const ViewFrame& frame, double x) {
    const CurvePlot plot = curve_plot(session, scene, frame);
    return kept_inside(plot, plot.pixel(x, CurvePlacement(scene, plot, frame.scale).value(x)));
}

PixelPoint CurveView::end(const Session& session, const ViewFrame& frame, double x) {
    return end_handle(curve_frame(session, frame), x);
}

}  // namespace thalweg
