#pragma once

#include <expected>
#include <memory>
#include <string>

namespace thalweg {

/// An OpenGL 3.3 core context that needs neither a window nor a display, where EGL offers one. Current from
/// construction on.
class SurfacelessContext {
  public:
    /// The error is a clause on what is missing: "EGL does not start".
    static std::expected<SurfacelessContext, std::string> create();
    SurfacelessContext(SurfacelessContext&&) noexcept;
    SurfacelessContext& operator=(SurfacelessContext&&) noexcept;
    ~SurfacelessContext();

    /// A function of OpenGL by its name; nullptr: there is none.
    static void (*function(const char* name))();

  private:
    struct State;
    explicit SurfacelessContext(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace thalweg
