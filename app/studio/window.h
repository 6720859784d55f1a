#pragma once

#include <string>
#include <vector>

#include "app/studio/events.h"

struct GLFWwindow;

namespace thalweg {

/// The program's window as the studio sees it: a size, a scale, and what happened in it.
class Window {
  public:
    /// Needs a current ImGui context, here and until its end.
    explicit Window(GLFWwindow* window);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Sleeps until something happens, but at most `seconds`; 0 only looks.
    void wait(double seconds);
    /// Ends a wait, from any thread.
    static void wake();
    /// What has happened since the last call, in order.
    std::vector<Event> take_events();

    /// Of the framebuffer, in pixels; 0 while the window is minimized.
    int width() const;
    int height() const;
    /// Pixels per design pixel that the display asks for.
    float scale() const;

    /// Tells Dear ImGui of time and pointer; before each frame.
    void begin_frame();
    /// Tells Dear ImGui of a key or a character; other events it hears of at once.
    void pass_on(const Event& event);
    void show_frame();

    void set_title(const std::string& title);
    /// Over the whole of the screen that the window is on, or back to where it was.
    void set_full_screen(bool full);
    bool closing() const;
    void close();

  private:
    struct Callbacks;
    double pixels_per_point() const;

    GLFWwindow* window_;
    std::vector<Event> events_;
    bool full_screen_ = false;
    int old_x_ = 0, old_y_ = 0, old_width_ = 0, old_height_ = 0;  ///< before full screen
};

}  // namespace thalweg
