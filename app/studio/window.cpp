#include "app/studio/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui/backends/imgui_impl_glfw.h>

#include <algorithm>
#include <utility>

namespace thalweg {

struct Window::Callbacks {
    static Window& of(GLFWwindow* window) { return *static_cast<Window*>(glfwGetWindowUserPointer(window)); }
    static void add(GLFWwindow* window, Event event) { of(window).events_.push_back(std::move(event)); }

    static void moved(GLFWwindow* window, double x, double y) {
        const double pixels = of(window).pixels_per_point();
        const auto held = [&](int key) { return glfwGetKey(window, key) == GLFW_PRESS; };
        add(window, PointerMoved{x * pixels, y * pixels, held(GLFW_KEY_LEFT_SHIFT) || held(GLFW_KEY_RIGHT_SHIFT)});
    }
    static void entered(GLFWwindow* window, int inside) {
        if (inside == GLFW_FALSE) add(window, PointerLeft{});
    }
    static void button(GLFWwindow* window, int number, int action, int modifiers) {
        if (number > GLFW_MOUSE_BUTTON_MIDDLE) return;
        const Button which = number == GLFW_MOUSE_BUTTON_LEFT    ? Button::left
                             : number == GLFW_MOUSE_BUTTON_RIGHT ? Button::right
                                                                 : Button::middle;
        if (action == GLFW_PRESS)
            add(window, ButtonPressed{which, (modifiers & GLFW_MOD_SHIFT) != 0, glfwGetTime(),
                                      (modifiers & GLFW_MOD_CONTROL) != 0});
        else
            add(window, ButtonReleased{which});
    }
    static void scrolled(GLFWwindow* window, double, double steps) { add(window, WheelTurned{steps}); }
    static void key(GLFWwindow* window, int key, int, int action, int modifiers) {
        if (action == GLFW_RELEASE)
            add(window, KeyReleased{key});
        else
            add(window, KeyPressed{key, modifiers});
    }
    static void character(GLFWwindow* window, unsigned character) { add(window, CharacterTyped{character}); }
    static void dropped(GLFWwindow* window, int count, const char** files) {
        add(window, FilesDropped{.files = {files, files + count}});
    }
    static void resized(GLFWwindow* window, int, int) { changed(window); }
    static void focused(GLFWwindow* window, int) { changed(window); }
    static void changed(GLFWwindow* window) { add(window, WindowChanged{}); }
};

Window::Window(GLFWwindow* window) : window_(window) {
    glfwSetWindowUserPointer(window_, this);
    glfwSetCursorPosCallback(window_, Callbacks::moved);
    glfwSetCursorEnterCallback(window_, Callbacks::entered);
    glfwSetMouseButtonCallback(window_, Callbacks::button);
    glfwSetScrollCallback(window_, Callbacks::scrolled);
    glfwSetDropCallback(window_, Callbacks::dropped);
    glfwSetWindowRefreshCallback(window_, Callbacks::changed);
    glfwSetFramebufferSizeCallback(window_, Callbacks::resized);
    glfwSetWindowFocusCallback(window_, Callbacks::focused);
    // Dear ImGui's own callbacks call those that they find.
    ImGui_ImplGlfw_InitForOpenGL(window_, true);
    // Keys and characters it gets from pass_on instead, in their turn.
    glfwSetKeyCallback(window_, Callbacks::key);
    glfwSetCharCallback(window_, Callbacks::character);
}

Window::~Window() {
    ImGui_ImplGlfw_Shutdown();
}

void Window::wait(double seconds) {
    if (seconds > 0)
        glfwWaitEventsTimeout(seconds);
    else
        glfwPollEvents();
}

void Window::wake() {
    glfwPostEmptyEvent();
}

std::vector<Event> Window::take_events() {
    return std::exchange(events_, {});
}

int Window::width() const {
    int width = 0;
    glfwGetFramebufferSize(window_, &width, nullptr);
    return width;
}

int Window::height() const {
    int height = 0;
    glfwGetFramebufferSize(window_, nullptr, &height);
    return height;
}

float Window::scale() const {
    float scale = 1.0F;
    glfwGetWindowContentScale(window_, &scale, nullptr);
    return std::clamp(scale, 0.5F, 4.0F);
}

double Window::pixels_per_point() const {
    int points = 0;
    glfwGetWindowSize(window_, &points, nullptr);
    return points > 0 ? static_cast<double>(width()) / points : 1.0;
}

void Window::begin_frame() {
    ImGui_ImplGlfw_NewFrame();
    const auto pixels = static_cast<float>(pixels_per_point());
    if (pixels == 1.0F) return;
    ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM < 18700
    io.MousePos = {io.MousePos.x * pixels, io.MousePos.y * pixels};
#else
    double x = 0, y = 0;
    glfwGetCursorPos(window_, &x, &y);
    io.AddMousePosEvent(static_cast<float>(x) * pixels, static_cast<float>(y) * pixels);
#endif
}

void Window::pass_on(const Event& event) {
    if (const auto* pressed = std::get_if<KeyPressed>(&event))
        ImGui_ImplGlfw_KeyCallback(window_, pressed->key, 0, GLFW_PRESS, pressed->modifiers);
    else if (const auto* released = std::get_if<KeyReleased>(&event))
        ImGui_ImplGlfw_KeyCallback(window_, released->key, 0, GLFW_RELEASE, 0);
    else if (const auto* typed = std::get_if<CharacterTyped>(&event))
        ImGui_ImplGlfw_CharCallback(window_, typed->character);
}

void Window::show_frame() {
    glfwSwapBuffers(window_);
}

void Window::set_title(const std::string& title) {
    glfwSetWindowTitle(window_, title.c_str());
}

namespace {

/// The screen that holds the window's middle.
GLFWmonitor* screen_of(GLFWwindow* window) {
    int x = 0, y = 0, width = 0, height = 0, count = 0;
    glfwGetWindowPos(window, &x, &y);
    glfwGetWindowSize(window, &width, &height);
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        int left = 0, top = 0;
        glfwGetMonitorPos(monitors[i], &left, &top);
        const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
        const int middle_x = x + width / 2 - left, middle_y = y + height / 2 - top;
        if (mode != nullptr && middle_x >= 0 && middle_y >= 0 && middle_x < mode->width && middle_y < mode->height)
            return monitors[i];
    }
    return glfwGetPrimaryMonitor();
}

}  // namespace

void Window::set_full_screen(bool full) {
    if (full == full_screen_) return;
    full_screen_ = full;
    if (!full) {
        glfwSetWindowMonitor(window_, nullptr, old_x_, old_y_, old_width_, old_height_, GLFW_DONT_CARE);
        return;
    }
    glfwGetWindowPos(window_, &old_x_, &old_y_);
    glfwGetWindowSize(window_, &old_width_, &old_height_);
    GLFWmonitor* screen = screen_of(window_);
    const GLFWvidmode* mode = screen != nullptr ? glfwGetVideoMode(screen) : nullptr;
    if (mode != nullptr) glfwSetWindowMonitor(window_, screen, 0, 0, mode->width, mode->height, mode->refreshRate);
}

bool Window::closing() const {
    return glfwWindowShouldClose(window_) != GLFW_FALSE;
}
void Window::close() {
    glfwSetWindowShouldClose(window_, GLFW_TRUE);
}

}  // namespace thalweg
