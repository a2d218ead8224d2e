# The program itself: one file per subcommand over the layers.
file(GLOB cli_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/cli/*.cpp)
add_executable(attache ${cli_sources})
target_link_libraries(attache attache_api attache_embedded CLI11::CLI11)
target_compile_definitions(attache PRIVATE ATTACHE_VERSION="${PROJECT_VERSION}")

if(ATTACHE_BENCH)
  add_executable(attache_throughput ${PROJECT_SOURCE_DIR}/bench/throughput.cpp)
  target_link_libraries(attache_throughput attache_api attache_embedded)
endif()
