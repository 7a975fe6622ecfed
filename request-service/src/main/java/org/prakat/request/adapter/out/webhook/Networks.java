package org.prakat.request.adapter.out.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Which addresses strangers may have us call: those of the public Internet (by the special-purpose registries of IANA, RFC 6890),
 * and this machine where that is allowed for trying out.
 */
record Networks(boolean loopback) {

    boolean mayCall(InetAddress address) {
        return address.isLoopbackAddress() ? loopback : isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        int[] parts = unsigned(address.getAddress());
        return address instanceof Inet4Address ? isPublic4(parts) : address instanceof Inet6Address && isPublic6(parts);
    }

    private static boolean isPublic4(int[] a) {
        boolean sharedByCarrier = a[0] == 100 && a[1] >= 64 && a[1] < 128;
        boolean forProtocols = a[0] == 192 && a[1] == 0 && (a[2] == 0 || a[2] == 2);
        boolean relays = a[0] == 192 && a[1] == 88 && a[2] == 99;
        boolean forMeasurements = a[0] == 198 && (a[1] == 18 || a[1] == 19);
        boolean forBooks = (a[0] == 198 && a[1] == 51 && a[2] == 100) || (a[0] == 203 && a[1] == 0 && a[2] == 113);
        boolean outside = a[0] == 0 || a[0] == 127 || a[0] >= 224;
        return !(sharedByCarrier || forProtocols || relays || forMeasurements || forBooks || outside);
    }

    /** Only global unicast, and of that nothing in which an address of the older kind is hidden (Teredo, 6to4). */
    private static boolean isPublic6(int[] a) {
        boolean globalUnicast = (a[0] & 0xe0) == 0x20;
        boolean forProtocols = a[0] == 0x20 && a[1] == 0x01 && a[2] < 2;
        boolean forBooks = a[0] == 0x20 && a[1] == 0x01 && a[2] == 0x0d && a[3] == 0xb8;
        boolean sixToFour = a[0] == 0x20 && a[1] == 0x02;
        boolean newForBooks = a[0] == 0x3f && a[1] == 0xff && (a[2] & 0xf0) == 0;
        return globalUnicast && !(forProtocols || forBooks || sixToFour || newForBooks);
    }

    private static int[] unsigned(byte[] bytes) {
        int[] parts = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            parts[i] = bytes[i] & 0xff;
        }
        return parts;
    }
}
