package org.tongcheng.local.server;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each test has the delivery operator before a real Alertmanager as shipped. */
abstract class DeliveryToShipped {

    @TempDir
    Path folder;

    ShippedAlertmanager alertmanager;
    Delivery delivery;

    @BeforeEach
    void start() throws Exception {
        alertmanager = new ShippedAlertmanager(folder);
        delivery = new Delivery(alertmanager.url());
    }

    @AfterEach
    void stop() throws Exception {
        delivery.close();
        alertmanager.close();
    }
}
