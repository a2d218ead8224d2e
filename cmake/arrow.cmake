# attache-arrow, the program that writes Parquet and Arrow files. Arrow C++ is no Debian package; Python's package `pyarrow` brings its headers and
# libraries. `cmake/install_arrow.sh FOLDER` makes a Python environment with it, and with what tests read the files by; `-DATTACHE_ARROW=FOLDER` builds
# with it. Without, everything else is built and tested as ever.
set(ATTACHE_ARROW "" CACHE PATH "A Python environment with pyarrow, for Parquet and Arrow files")
if(NOT ATTACHE_ARROW)
  message(STATUS "no Parquet and Arrow files: ATTACHE_ARROW names no environment (cmake/install_arrow.sh makes one)")
  return()
endif()

execute_process(
  COMMAND ${ATTACHE_ARROW}/bin/python -c "import pyarrow; print(pyarrow.get_include(), pyarrow.get_library_dirs()[0], sep=';')"
  OUTPUT_VARIABLE arrow_folders OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE arrow_status)
if(NOT arrow_status EQUAL 0)
  message(FATAL_ERROR "ATTACHE_ARROW: no pyarrow in ${ATTACHE_ARROW}")
endif()
list(GET arrow_folders 0 arrow_include)
list(GET arrow_folders 1 arrow_libraries)
file(GLOB arrow_library ${arrow_libraries}/libarrow.so.*)
file(GLOB parquet_library ${arrow_libraries}/libparquet.so.*)

file(GLOB arrow_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/columns/*.cpp)
add_executable(attache-arrow ${arrow_sources})
target_include_directories(attache-arrow SYSTEM PRIVATE ${arrow_include})
# Arrow's libraries export functions of a simdjson of their own; ours stands before them, so that our reader calls ours. Arrow's own serve its
# readers of JSON, which are not called here.
target_link_libraries(attache-arrow attache_outputs simdjson::simdjson CLI11::CLI11 ${arrow_library} ${parquet_library})
target_link_options(attache-arrow PRIVATE "LINKER:--no-as-needed,-lsimdjson")
set_target_properties(attache-arrow PROPERTIES BUILD_RPATH ${arrow_libraries} INSTALL_RPATH ${arrow_libraries})
