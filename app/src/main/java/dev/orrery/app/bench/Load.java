package dev.orrery.app.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/// What this process takes.
final class Load {
    private Load() {}

    /// Processor time since the process began, in nanoseconds; 0 where nobody counts it.
    static long processorNanos() {
        return system() instanceof com.sun.management.OperatingSystemMXBean counted ? counted.getProcessCpuTime() : 0;
    }

    /// Processor time of this thread since it began, in nanoseconds.
    static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// Files and sockets that are open; 0 where nobody counts them.
    static long descriptors() {
        return system() instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
    }

    /// Threads of the platform; virtual ones are not counted.
    static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    /// Bytes of what is still needed.
    static long heap() {
        // What the first leaves to finalizers and reference queues the second takes.
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static OperatingSystemMXBean system() {
        return ManagementFactory.getOperatingSystemMXBean();
    }
}
