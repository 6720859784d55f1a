#include <fmt/format.h>
#include <glad/gl.h>

#include <variant>

#include "app/gl/context.h"
#include "app/platform/surfaceless_context.h"

namespace thalweg::gl {

struct OffscreenContext::State {
    std::variant<SurfacelessContext, WindowContext> context;
};

std::expected<OffscreenContext, std::string> OffscreenContext::create() {
    auto surfaceless = SurfacelessContext::create();
    if (surfaceless) {
        if (gladLoadGL(SurfacelessContext::function) == 0)
            return std::unexpected("cannot draw without a display: the OpenGL functions could not be loaded");
        return OffscreenContext(std::make_unique<State>(*std::move(surfaceless)));
    }
    auto hidden = WindowContext::create_hidden();
    if (!hidden) {
        return std::unexpected(
            fmt::format("cannot draw without a display: {}; nor with one: {}", surfaceless.error(), hidden.error()));
    }
    return OffscreenContext(std::make_unique<State>(*std::move(hidden)));
}

OffscreenContext::OffscreenContext(std::unique_ptr<State> state) : state_(std::move(state)) {}
OffscreenContext::OffscreenContext(OffscreenContext&&) noexcept = default;
OffscreenContext& OffscreenContext::operator=(OffscreenContext&&) noexcept = default;
OffscreenContext::~OffscreenContext() = default;

}  // namespace thalweg::gl
