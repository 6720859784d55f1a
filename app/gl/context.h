#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <string>

struct GLFWwindow;

namespace thalweg::gl {

/// An OpenGL 3.3 core context for pictures: without any display where EGL offers that, else that of an invisible window
/// (then only the main thread may make one). Current from construction on.
class OffscreenContext {
  public:
    static std::expected<OffscreenContext, std::string> create();
    OffscreenContext(OffscreenContext&&) noexcept;
    OffscreenContext& operator=(OffscreenContext&&) noexcept;
    ~OffscreenContext();

  private:
    struct State;
    explicit OffscreenContext(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// A window with an OpenGL 3.3 core context (GLFW). Current from construction on.
class WindowContext {
  public:
    /// scale_known: called before the window opens, which takes a driver's loading, with the pixels per design pixel
    /// that it is likely to have. The error is one sentence, e.g. when there is no display.
    static std::expected<WindowContext, std::string> create(int width, int height, const char* title,
                                                            const std::function<void(float scale)>& scale_known);
    /// One that nobody sees, to draw elsewhere than into it.
    static std::expected<WindowContext, std::string> create_hidden();
    WindowContext(WindowContext&&) noexcept;
    WindowContext& operator=(WindowContext&&) noexcept;
    ~WindowContext();

    GLFWwindow* window() const;

  private:
    struct State;
    static std::expected<WindowContext, std::string> open(int width, int height, const char* title,
                                                          const std::function<void(float scale)>& scale_known,
                                                          bool visible);
    explicit WindowContext(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// "llvmpipe (LLVM 15.0.6, 256 bits)".
std::string renderer_name();

}  // namespace thalweg::gl
