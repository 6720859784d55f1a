# Where the libraries come from:
#
#   thalweg_library(fmt)           one that CMake finds
#   thalweg_library(IMGUI imgui)   one that pkg-config finds, as PkgConfig::IMGUI
#
# Installed ones are taken. With THALWEG_FETCH_DEPENDENCIES those that are missing are fetched from their authors, each in
# one release that its commit names (FETCHCONTENT_TRY_FIND_PACKAGE_MODE=NEVER fetches all of these). zlib, libpng, HDF5,
# OpenSSL, cairo, fontconfig and EGL are only ever taken as installed: every system's package manager has them.
find_package(PkgConfig REQUIRED)

if(NOT THALWEG_FETCH_DEPENDENCIES)
    macro(thalweg_library name)
        if("${ARGC}" EQUAL 1)
            find_package(${name} REQUIRED)
        else()
            pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${ARGV1})
        endif()
    endmacro()
    return()
endif()

include(FetchContent)
function(thalweg_upstream name commit repository)
    FetchContent_Declare(${name} GIT_REPOSITORY https://${repository}.git GIT_TAG ${commit} SYSTEM FIND_PACKAGE_ARGS)
endfunction()
thalweg_upstream(Eigen3 3147391d946bb4b6c68edd901f2add6ac1f31f8c gitlab.com/libeigen/eigen)             # 3.4.0
thalweg_upstream(TBB 1c4c93fc5398c4a1acb3492c02db4699f3048dea github.com/uxlfoundation/oneTBB)          # 2021.13.0
thalweg_upstream(fmt e69e5f977d458f2650bb346dadf2ad30c5320281 github.com/fmtlib/fmt)                    # 10.2.1
thalweg_upstream(glfw3 7b6aead9fb88b3623e3b3725ebb42670cbe4c579 github.com/glfw/glfw)                   # 3.4
thalweg_upstream(glm 0af55ccecd98d4e5a8d1fad7de25ba429d60e863 github.com/g-truc/glm)                    # 1.0.1
thalweg_upstream(CLI11 4160d259d961cd393fd8d67590a8c7d210207348 github.com/CLIUtils/CLI11)              # 2.5.0
thalweg_upstream(TOMLPLUSPLUS 30172438cee64926dc41fdd9c11fb3ba5b2ba9de github.com/marzer/tomlplusplus)  # 3.4.0
thalweg_upstream(IMGUI f5befd2d29e66809cd1110a152e375a7f1981f06 github.com/ocornut/imgui)               # 1.91.9b
thalweg_upstream(GLAD 658f48e72aee3c6582e80b05ac0f8787a64fe6bb github.com/Dav1dde/glad)                 # 2.0.6

# What their builds would do besides.
foreach(unwanted BUILD_TESTING EIGEN_BUILD_DOC TBB_TEST TBB_INSTALL TBB_STRICT FMT_INSTALL GLFW_BUILD_DOCS
                 GLFW_BUILD_TESTS GLFW_BUILD_EXAMPLES GLFW_INSTALL CLI11_BUILD_TESTS)
    set(${unwanted} OFF CACHE INTERNAL "")
endforeach()
find_program(WAYLAND_SCANNER wayland-scanner)
if(NOT WAYLAND_SCANNER)
    set(GLFW_BUILD_WAYLAND OFF CACHE INTERNAL "")
endif()

# Dear ImGui comes without a build of its own, and Debian keeps its headers in other places than its authors do.
function(thalweg_build_imgui)
    set(headers ${CMAKE_BINARY_DIR}/imgui-headers)
    file(COPY ${imgui_SOURCE_DIR}/backends DESTINATION ${headers}/imgui FILES_MATCHING PATTERN "*.h")
    list(TRANSFORM ARGN PREPEND ${imgui_SOURCE_DIR}/ OUTPUT_VARIABLE sources)
    add_library(thalweg_imgui STATIC ${sources})
    target_include_directories(thalweg_imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR} ${imgui_SOURCE_DIR}/misc/cpp ${headers})
    target_link_libraries(thalweg_imgui PUBLIC glfw ${CMAKE_DL_LIBS})
    add_library(PkgConfig::IMGUI ALIAS thalweg_imgui)
endfunction()

# An installed one is not looked for where the sources of a library are named, or all are to be fetched.
macro(thalweg_library name)
    if("${ARGC}" GREATER 1 AND NOT FETCHCONTENT_SOURCE_DIR_${name} AND
       NOT FETCHCONTENT_TRY_FIND_PACKAGE_MODE STREQUAL "NEVER")
        pkg_check_modules(${name} IMPORTED_TARGET ${ARGV1})
    endif()
    if(NOT TARGET PkgConfig::${name})
        FetchContent_MakeAvailable(${name})
        if("${name}" STREQUAL "IMGUI")
            thalweg_build_imgui(imgui.cpp imgui_draw.cpp imgui_tables.cpp imgui_widgets.cpp misc/cpp/imgui_stdlib.cpp
                backends/imgui_impl_glfw.cpp backends/imgui_impl_opengl3.cpp)
        elseif("${name}" STREQUAL "TOMLPLUSPLUS")
            add_library(PkgConfig::TOMLPLUSPLUS ALIAS tomlplusplus_tomlplusplus)
        endif()
    endif()
endmacro()
