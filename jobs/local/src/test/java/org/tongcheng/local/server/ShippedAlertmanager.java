package org.tongcheng.local.server;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A real Alertmanager with the shipped configuration, an SMTP server, and a place that its webhooks reach. */
public final class ShippedAlertmanager implements AutoCloseable {

    private static final Path DOCKER = Path.of("../../docker").toAbsolutePath().normalize();
    private static final Duration ASKING = Duration.ofSeconds(20);

    private final Cleanup cleanup = new Cleanup();
    private final GreenMail mail;
    private final List<String> hooked = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final Path configuration;
    private LocalAlertmanager alertmanager;

    public ShippedAlertmanager(Path folder) throws Exception {
        this.folder = folder;
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        cleanup.own(mail::stop);
        mail.start();
        HttpServer hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            hooked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        hook.start();
        cleanup.own(() -> hook.stop(0));
        String hookUrl = "http://127.0.0.1:" + hook.getAddress().getPort() + "/";
        Map<String, String> filling = new HashMap<>(example());
        filling.put("SMTP_SMARTHOST", "127.0.0.1:" + mail.getSmtp().getPort());
        filling.put("SMTP_REQUIRE_TLS", "false");
        filling.put("WEBHOOK_URL", hookUrl);
        filling.put("DINGTALK_URL", hookUrl + "dingtalk");
        filling.put("TEMPLATES", DOCKER.resolve("alertmanager/templates").toString());
        filling.put("GROUP_WAIT", "2s");
        filling.put("GROUP_INTERVAL", "2s");
        // Nothing may leave this machine.
        filling.put("WECHAT_URL", hookUrl);
        configuration = Files.writeString(folder.resolve("alertmanager.yml"), filled(folder, filling));
        alertmanager = started();
    }

    /** Ends it, and starts another on what it has written, at another address. */
    void restart() throws Exception {
        alertmanager.close();
        alertmanager = started();
    }

    private LocalAlertmanager started() throws Exception {
        return cleanup.own(LocalAlertmanager.start(LocalAlertmanagerIT.ownOnly(), folder, configuration, said -> {}));
    }

    /** The shipped configuration with its placeholders filled, by the shipped script. */
    static String filled(Path folder, Map<String, String> filling) throws Exception {
        Path output = folder.resolve("filled.yml");
        ProcessBuilder fill = new ProcessBuilder(
                        "sh",
                        DOCKER.resolve("alertmanager/fill.sh").toString(),
                        DOCKER.resolve("alertmanager.yml").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        String path = System.getenv("PATH");
        fill.environment().clear();
        fill.environment().put("PATH", path);
        fill.environment().putAll(filling);
        Process process = fill.start();
        if (!process.waitFor(ASKING.toSeconds(), java.util.concurrent.TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(output));
        }
        return Files.readString(output);
    }

    /** The shipped example of what has to be filled in. */
    static Map<String, String> example() throws Exception {
        Map<String, String> example = new HashMap<>();
        for (String line : Files.readAllLines(DOCKER.resolve("alertmanager/example.env"))) {
            int equals = line.indexOf('=');
            if (!line.startsWith("#") && equals > 0) {
                example.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return example;
    }

    public URI url() {
        return alertmanager.url();
    }

    /** {@code GET /api/v2/alerts}: those that have not ended. */
    public String listed() throws Exception {
        return get("/api/v2/alerts");
    }

    /** {@code alert_id} of those that have not ended and that nothing holds back. */
    public Set<String> told() throws Exception {
        return Pattern.compile("\"alert_id\":\"([^\"]*)\"")
                .matcher(get("/api/v2/alerts?inhibited=false"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private String get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    public List<MimeMessage> mails() {
        return List.of(mail.getReceivedMessages());
    }

    /**
     * Subject and text of the mails to an address.
     *
     * @param address its beginning
     */
    public List<String> mailsTo(String address) throws Exception {
        List<String> mailsTo = new ArrayList<>();
        for (MimeMessage mail : mails()) {
            if (mail.getAllRecipients()[0].toString().startsWith(address)) {
                mailsTo.add(mail.getSubject() + "\n" + text(mail));
            }
        }
        return mailsTo;
    }

    /** All parts of a mail, decoded. */
    static String text(MimeMessage mail) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.getCount(); i++) {
            text.append(new String(parts.getBodyPart(i).getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    public List<String> hooked() {
        return hooked;
    }

    @Override
    public void close() {
        cleanup.close();
    }
}
