"""Forked kernels: how jupyter_client starts, watches and ends a kernel that is forked from a warm process."""

import os
import signal

from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from analysis.site.warm_kernels import WarmKernels

__all__ = ["ForkedKernel"]


class _Process:
    """A forked kernel in the form of `subprocess.Popen`: jupyter_client asks nothing else of it."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int):
        self.pid = pid

    def poll(self) -> int | None:
        """Return None while the process lives; the server takes dead ones away at once."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def wait(self) -> int:
        return 0

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    terminate = kill


class ForkedKernel(LocalProvisioner):
    """How jupyter_client starts a kernel here: by asking `WarmKernels` for one."""

    warm: WarmKernels | None = None

    async def launch_kernel(self, cmd: list[str], **kwargs) -> dict:
        """Fork a kernel in place of the command."""
        words = cmd[cmd.index("ipykernel_launcher") + 1 :]
        self.pid = self.warm.fork(words, folder=str(kwargs["cwd"]), environment=dict(kwargs["env"]))
        self.process = _Process(self.pid)
        return self.connection_info
