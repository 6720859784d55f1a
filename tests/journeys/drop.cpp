// Drops files on a window as a file manager does, by the protocol XDND (freedesktop.org, version 5), from the side of
// the source:
//   drop WINDOW X Y FILE...      at a point of the display; ends well when the window says that it has taken them
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace {

[[noreturn]] void fail(const std::string& message) {
    fmt::print(stderr, "drop: {}\n", message);
    std::exit(1);  // NOLINT(concurrency-mt-unsafe): nothing else runs
}

/// Lines "file:///…" with all but plain letters as %20.
std::string uri_list(const std::vector<std::string>& files) {
    std::string text;
    for (const std::string& file : files) {
        text += "file://";
        for (const char c : std::filesystem::absolute(file).string()) {
            const bool plain = (std::isalnum(static_cast<unsigned char>(c)) != 0) || c == '/' || c == '.' || c == '-';
            text += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
        text += "\r\n";
    }
    return text;
}

class Source {
  public:
    Source(Window target, std::string text) : display_(XOpenDisplay(nullptr)), target_(target), text_(std::move(text)) {
        if (display_ == nullptr) fail("there is no display");
        window_ = XCreateSimpleWindow(display_, DefaultRootWindow(display_), 0, 0, 1, 1, 0, 0, 0);
        XSetSelectionOwner(display_, atom("XdndSelection"), window_, CurrentTime);
    }

    void drop(int x, int y) {
        constexpr long version = 5;
        send("XdndEnter", version << 24U, static_cast<long>(atom("text/uri-list")));
        send("XdndPosition", 0, (static_cast<long>(x) << 16U) | y, CurrentTime,
             static_cast<long>(atom("XdndActionCopy")));
        if ((answer("XdndStatus").data.l[1] & 1) == 0) fail("the window takes no files there");
        send("XdndDrop", 0, CurrentTime);
        // GLFW 3.3 says how many bytes it has taken, where XDND wants the lowest bit.
        if (answer("XdndFinished").data.l[1] == 0) fail("the window has not taken the files");
    }

  private:
    Atom atom(const char* name) const { return XInternAtom(display_, name, False); }

    void send(const char* message, long second, long third = 0, long fourth = 0, long fifth = 0) {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = target_;
        event.xclient.message_type = atom(message);
        event.xclient.format = 32;
        const long words[] = {static_cast<long>(window_), second, third, fourth, fifth};
        std::copy(std::begin(words), std::end(words), event.xclient.data.l);
        XSendEvent(display_, target_, False, NoEventMask, &event);
        XFlush(display_);
    }

    /// The target's message of that kind; whoever asks meanwhile is told the files.
    XClientMessageEvent answer(const char* message) {
        using namespace std::chrono_literals;
        for (const auto end = std::chrono::steady_clock::now() + 30s; std::chrono::steady_clock::now() < end;) {
            if (XPending(display_) == 0) {
                std::this_thread::sleep_for(5ms);
                continue;
            }
            XEvent event;
            XNextEvent(display_, &event);
            if (event.type == SelectionRequest) tell(event.xselectionrequest);
            if (event.type == ClientMessage && event.xclient.message_type == atom(message)) return event.xclient;
        }
        fail(fmt::format("the window does not answer with {}", message));
    }

    void tell(const XSelectionRequestEvent& request) {
        XChangeProperty(display_, request.requestor, request.property, request.target, 8, PropModeReplace,
                        reinterpret_cast<const unsigned char*>(text_.data()), static_cast<int>(text_.size()));
        XEvent event{};
        event.xselection.type = SelectionNotify;
        event.xselection.requestor = request.requestor;
        event.xselection.selection = request.selection;
        event.xselection.target = request.target;
        event.xselection.property = request.property;
        event.xselection.time = request.time;
        XSendEvent(display_, request.requestor, False, NoEventMask, &event);
        XFlush(display_);
    }

    Display* display_;
    Window target_, window_ = 0;
    std::string text_;
};

}  // namespace

int main(int count, char** words) {
    if (count < 5) fail("drop WINDOW X Y FILE...");
    Source source(std::strtoul(words[1], nullptr, 0), uri_list({words + 4, words + count}));
    source.drop(std::atoi(words[2]), std::atoi(words[3]));
}
