"""Which folders are packages: the rooms, and the notebooks, which travel as `analysis.notebooks`."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["analysis*"]), "analysis.notebooks"],
    package_dir={"analysis.notebooks": "notebooks"},
)
